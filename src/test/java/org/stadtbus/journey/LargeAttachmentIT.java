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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Plans of 200 MB go through a hub whose heap is 512 MB, on both doors, and arrive as they were sent. */
class LargeAttachmentIT {
    private static final long SIZE = 200L * 1024 * 1024;
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void largePlansArriveWholeInTheEakte() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        try (City city = City.start(folder.resolve("stadt"), address);
                Program hub = Program.start(arguments(address, city))) {
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> isUp(city, address));
            send(city, address);
            city.portal().send(draft());
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .untilAsserted(() -> assertThat(filed(city)).as(hub.text()).hasSize(2));
            assertThat(filed(city)).containsExactlyInAnyOrder(sha256('r'), sha256('f'));
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(city::idle);
            Discretion.check(hub.text().lines().toList());
        }
    }

    private String[] arguments(URI address, City city) {
        Stream<String> settings = RunningHub.settings(folder, address, city).entrySet().stream()
                .flatMap(e -> Stream.of("--set", e.getKey() + "=" + e.getValue()));
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

    private static void send(City city, URI address) throws IOException {
        Sample sample = OnlineForms.sample("einfamilienhaus");
        Multipart body = new Multipart().json("form", Json.bytes(sample.form()));
        sample.form()
                .path("anlagen")
                .forEach(document -> body.file(
                        document.path("art").asText(),
                        document.path("datei").asText(),
                        "application/pdf",
                        () -> document.path("art").asText().equals("lageplan")
                                ? new Plan('r')
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

    private static Draft draft() {
        Sample sample = OnlineForms.sample("einfamilienhaus");
        List<Draft.File> files = new ArrayList<>();
        for (var document : sample.form().path("anlagen")) {
            String kind = document.path("art").asText();
            files.add(new Draft.File(
                    kind,
                    document.path("datei").asText(),
                    "application/pdf",
                    kind,
                    () -> kind.equals("lageplan") ? new Plan('f') : new ByteArrayInputStream(new byte[101])));
        }
        ObjectNode form = sample.form();
        return new Draft(
                OnlineForm.SERVICE, "urn:stadtbus:form:bauantrag:1.0", Json.bytes(form), files, java.util.Set.of());
    }

    private static List<String> filed(City city) {
        return city.enaio().documents().stream()
                .map(DmsObject::content)
                .filter(content -> content != null && content.length() == SIZE)
                .map(content -> content.sha256())
                .collect(Collectors.toList());
    }

    private static String sha256(char filling) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(new Plan(filling), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As many bytes as a large plan, never in memory. */
    private static final class Plan extends InputStream {
        private final char filling;
        private long left = SIZE;

        Plan(char filling) {
            this.filling = filling;
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
