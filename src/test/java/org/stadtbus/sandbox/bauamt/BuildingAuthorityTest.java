package org.stadtbus.sandbox.bauamt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.Disk;

/** What the simulated building authority promises. */
class BuildingAuthorityTest {
    private static final Path SAMPLES = Path.of("mappings/bauantrag-to-xbau/samples");
    private static final String COMPLETE = "einfamilienhaus";
    private static final String INCOMPLETE = "nutzungsaenderung-zweier-organisationen";
    private static final Duration PAUSE = Duration.ofMillis(1);

    @TempDir
    Path root;

    private Path inbox;
    private Path outbox;
    private Path done;

    @BeforeEach
    void folders() {
        inbox = root.resolve("bauantraege/eingang");
        outbox = root.resolve("bauantraege/ausgang");
        done = root.resolve("bauantraege/verarbeitet");
    }

    @Test
    void aCompleteApplicationIsCheckedAndDecided() throws IOException {
        try (BuildingAuthority authority = new BuildingAuthority(root, PAUSE)) {
            handIn(COMPLETE, "antrag.xml");
            awaitDone("antrag.xml");
        }
        assertThat(answers()).hasSize(2);
        assertThat(answer("0201")).contains("antragVollstaendig>true<").containsPattern("63-2026-[0-9]{5}");
        assertThat(answer("0205")).contains("istGenehmigung>true<").containsPattern("63-2026-[0-9]{5}");
    }

    @Test
    void anIncompleteApplicationGetsDemandsAndNoDecision() throws IOException {
        try (BuildingAuthority authority = new BuildingAuthority(root, PAUSE)) {
            handIn(INCOMPLETE, "antrag.xml");
            awaitDone("antrag.xml");
        }
        assertThat(answers()).hasSize(1);
        assertThat(answer("0201")).contains("antragVollstaendig>false<", "Standsicherheitsnachweis");
    }

    @Test
    void aRedoneApplicationGetsTheSameBytes() throws IOException {
        try (BuildingAuthority authority = new BuildingAuthority(root, PAUSE)) {
            handIn(COMPLETE, "antrag.xml");
            awaitDone("antrag.xml");
        }
        String check = answer("0201");
        String decision = answer("0205");
        for (Path answer : answers()) {
            Files.delete(answer);
        }
        Files.move(done.resolve("antrag.xml"), inbox.resolve("antrag.xml"));
        try (BuildingAuthority restarted = new BuildingAuthority(root, PAUSE)) {
            awaitDone("antrag.xml");
        }
        assertThat(answer("0201")).isEqualTo(check);
        assertThat(answer("0205")).isEqualTo(decision);
    }

    @Test
    void anApplicationWaitsUntilItHasItsFinalName() throws IOException {
        try (BuildingAuthority authority = new BuildingAuthority(root, PAUSE)) {
            handIn(COMPLETE, ".halb.xml");
            handIn(INCOMPLETE, "ganz.xml");
            awaitDone("ganz.xml");
        }
        assertThat(inbox.resolve(".halb.xml")).exists();
        assertThat(answers()).hasSize(1);
    }

    @Test
    void attachmentsGoWithTheirMessage() throws IOException {
        try (BuildingAuthority authority = new BuildingAuthority(root, PAUSE)) {
            Disk.write(inbox.resolve("antrag.plan.xml"), new byte[] {1});
            handIn(COMPLETE, "antrag.xml");
            awaitDone("antrag.xml");
        }
        assertThat(done.resolve("antrag.plan.xml")).exists();
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aRejectionIsRemembered() throws IOException {
        Path rejection = Path.of("mappings/antwort-to-xbau1100/samples/leer.out.xml");
        try (BuildingAuthority authority = new BuildingAuthority(root, PAUSE)) {
            Disk.write(inbox.resolve("rueckweisung.xml"), Files.readAllBytes(rejection));
            awaitDone("rueckweisung.xml");
            assertThat(authority.rejections()).containsExactly("5bd3c1a0-0000-8000-8000-000000000001");
        }
        assertThat(answers()).isEmpty();
    }

    private void handIn(String sample, String name) throws IOException {
        Disk.write(inbox.resolve(name), Files.readAllBytes(SAMPLES.resolve(sample + ".out.xml")));
    }

    private void awaitDone(String name) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(done.resolve(name)).exists());
    }

    private java.util.List<Path> answers() throws IOException {
        try (Stream<Path> files = Files.list(outbox)) {
            return files.toList();
        }
    }

    private String answer(String type) throws IOException {
        for (Path answer : answers()) {
            if (String.valueOf(answer.getFileName()).contains(type)) {
                return Files.readString(answer);
            }
        }
        throw new AssertionError("No answer " + type);
    }
}
