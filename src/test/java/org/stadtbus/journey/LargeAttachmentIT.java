package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.enaio.DmsObject;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.http.Multipart;
import org.stadtbus.testkit.Program;
import org.stadtbus.testkit.RunningHub;

/** Plans far larger than the hub's heap go through it and arrive as they were sent. */
class LargeAttachmentIT {
    private static final long MB = 1024L * 1024;

    @TempDir
    private Path folder;

    @Test
    void largePlansArriveWholeInTheEakte() throws Exception {
        arrives(200 * MB, 512, true, Duration.ofMinutes(2));
    }

    /** An idle hub holds some 130 MB, so that the heap grows by no more than 256 MB. */
    @Test
    @Tag("soak")
    void twoGigabytesArriveWholeThroughAHeapThatGrowsByNoMoreThan256MB() throws Exception {
        arrives(2048 * MB, 384, false, Duration.ofMinutes(15));
    }

    private void arrives(long size, int heap, boolean bothDoors, Duration patience) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        try (City city = City.start(folder.resolve("stadt"), address);
                Program hub = Program.start(heap, Map.of(), arguments(address, city))) {
            await().atMost(patience).until(() -> isUp(city, address));
            send(city, address, size);
            List<String> expected = new ArrayList<>(List.of(sha256('r', size)));
            if (bothDoors) {
                city.portal().send(draft(size));
                expected.add(sha256('f', size));
            }
            await().atMost(patience)
                    .untilAsserted(
                            () -> assertThat(filed(city, size)).as(hub.text()).hasSameSizeAs(expected));
            assertThat(filed(city, size)).containsExactlyInAnyOrderElementsOf(expected);
            await().atMost(patience).until(city::idle);
            Discretion.check(hub.text().lines().toList());
        }
    }

    private String[] arguments(URI address, City city) {
        Map<String, String> all = RunningHub.settings(folder, address, city);
        all.put("stadtbus.intake.max-attachment", "2GB");
        all.put("spring.servlet.multipart.max-request-size", "3GB");
        Stream<String> settings =
                all.entrySet().stream().flatMap(e -> Stream.of("--set", e.getKey() + "=" + e.getValue()));
        return Stream.concat(Stream.of("run", "--profile", "sandbox"), settings).toArray(String[]::new);
    }

    private static boolean isUp(City city, URI address) {
        try {
            return city.client(City.OPERATOR)
                            .call(
                                    "GET",
                                    address.resolve("/api/v1/journeys"),
                                    java.net.http.HttpRequest.BodyPublishers.noBody())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void send(City city, URI address, long size) throws IOException {
        Sample sample = OnlineForms.sample("einfamilienhaus");
        Multipart body = new Multipart().json("form", Json.bytes(sample.form()));
        sample.form()
                .path("anlagen")
                .forEach(document -> body.file(
                        document.path("art").asText(),
                        document.path("datei").asText(),
                        "application/pdf",
                        () -> document.path("art").asText().equals("lageplan")
                                ? new Plan('r', size)
                                : new ByteArrayInputStream(new byte[100])));
        var answer = city.client(City.ONLINE_FORM)
                .call(
                        "POST",
                        address.resolve("/api/v1/services/" + OnlineForm.SERVICE + "/applications"),
                        body.publisher(),
                        "Content-Type",
                        body.contentType());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static Draft draft(long size) {
        Sample sample = OnlineForms.sample("einfamilienhaus");
        List<Draft.File> files = new ArrayList<>();
        for (var document : sample.form().path("anlagen")) {
            String kind = document.path("art").asText();
            files.add(new Draft.File(
                    kind,
                    document.path("datei").asText(),
                    "application/pdf",
                    kind,
                    () -> kind.equals("lageplan") ? new Plan('f', size) : new ByteArrayInputStream(new byte[101])));
        }
        ObjectNode form = sample.form();
        return new Draft(
                OnlineForm.SERVICE, "urn:stadtbus:form:bauantrag:1.0", Json.bytes(form), files, java.util.Set.of());
    }

    private static List<String> filed(City city, long size) {
        return city.enaio().documents().stream()
                .map(DmsObject::content)
                .filter(content -> content != null && content.length() == size)
                .map(content -> content.sha256())
                .collect(Collectors.toList());
    }

    private static String sha256(char filling, long size) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(new Plan(filling, size), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As many bytes as a large plan, never in memory. */
    private static final class Plan extends InputStream {
        private final char filling;
        private long left;

        Plan(char filling, long size) {
            this.filling = filling;
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? filling : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            java.util.Arrays.fill(target, offset, offset + n, (byte) filling);
            left -= n;
            return n;
        }
    }
}
