package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.OnlineForms.key;
import static org.stadtbus.journey.OnlineForms.small;
import static org.stadtbus.journey.Outcomes.until;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.CityKeys;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.http.Multipart;
import org.stadtbus.testkit.AccessToken;
import org.stadtbus.testkit.RunningHub;

/** Applications with attachments that are too large, broken off, or sent again. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputMultipartIT {
    private RunningHub hub;
    private OnlineForms forms;
    private Outcomes outcomes;
    private CityKeys keys;

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = RunningHub.start(
                folder,
                Map.of("stadtbus.intake.max-attachment", "1MB", "spring.servlet.multipart.max-request-size", "8MB"),
                "sandbox");
        forms = new OnlineForms(hub);
        outcomes = new Outcomes(hub);
        keys = new CityKeys(folder.resolve("stadt/schluessel"));
    }

    @AfterEach
    void goOn() throws IOException {
        outcomes.hubGoesOn();
    }

    @AfterAll
    void end() {
        try (RunningHub closed = hub) {
            outcomes.goodOnesAreDecided();
            outcomes.logIsDiscreet();
        }
    }

    private static Multipart withFile(int megabytes) {
        byte[] plan = new byte[megabytes * 1024 * 1024];
        return new Multipart()
                .json("form", Json.bytes(small()))
                .file("lageplan", "Lageplan.pdf", "application/pdf", () -> new ByteArrayInputStream(plan));
    }

    @Test
    void anAttachmentAboveTheLimitIsRefused() throws IOException {
        Reply reply = forms.multipart(withFile(2), key());
        reply.isProblem(413, "too-large");
        outcomes.refused(reply.journeyId(), "größer");
    }

    @Test
    void aWholeMessageAboveTheLimitIsRefused() throws IOException {
        Reply reply = forms.multipart(withFile(9), key());
        reply.isProblem(413, "too-large");
        outcomes.refused(reply.journeyId(), "größer");
    }

    @Test
    void aMultipartWithoutItsEndIsRefused() throws IOException {
        String body = "--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{\"bauherren\":[";
        Reply reply = forms.json(body.getBytes(UTF_8), key(), "Content-Type", "multipart/form-data; boundary=x");
        reply.isProblem(400, "not-multipart");
        outcomes.refused(reply.journeyId(), "unvollständig");
    }

    @Test
    void aFormThatIsThereTwiceIsRefused() throws IOException {
        Reply reply = forms.multipart(
                new Multipart().json("form", Json.bytes(small())).json("form", Json.bytes(small())), key());
        reply.isProblem(400, "not-multipart");
        outcomes.refused(reply.journeyId(), "mehr als einen Teil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "application/json"})
    void aConnectionBrokenOffLeavesARefusalAndNothingElse(String type) throws IOException {
        String key = key();
        String token = AccessToken.of(keys.tokenKey(), hub)
                .scope("intake:submit")
                .subject(City.ONLINE_FORM)
                .sign();
        try (Socket socket = new Socket(hub.uri().getHost(), hub.uri().getPort())) {
            String head = "POST " + forms.address(OnlineForm.SERVICE).getPath() + " HTTP/1.1\r\n"
                    + "Host: hub\r\nAuthorization: Bearer " + token + "\r\nIdempotency-Key: " + key + "\r\n"
                    + "Content-Type: " + type + "\r\nContent-Length: 5000\r\n\r\n";
            String half = "--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{\"bauherren\":[";
            socket.getOutputStream().write((head + half).getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
        until(() -> assertThat(outcomes.search(key)).hasSize(1));
        outcomes.refused(outcomes.search(key).get(0).journeyId(), "");
    }

    @Test
    void theSameApplicationTwiceIsOneJourneyAndOneDelivery() throws IOException {
        Sample sample = OnlineForms.sample("einfamilienhaus");
        String key = key();
        String journey = forms.send(sample, key).isAccepted().journeyId();
        assertThat(forms.send(sample, key).isAccepted().journeyId()).isEqualTo(journey);
        outcomes.state(journey, JourneyState.DECIDED);
        assertThat(forms.send(sample, key).isAccepted().journeyId()).isEqualTo(journey);
        assertThat(outcomes.events(journey, EventType.RECEIVED)).hasSize(1);
        List<String> systems = outcomes.events(journey, EventType.DELIVERED).stream()
                .filter(step -> !step.messageType().isEmpty())
                .map(step -> step.system() + " " + step.messageId())
                .toList();
        assertThat(systems).isNotEmpty().doesNotHaveDuplicates();
        assertThat(hub.city().buildingAuthority().taken()).doesNotHaveDuplicates();
    }

    @Test
    void anotherFormUnderTheSameKeyIsRefusedAndTheFirstGoesOn() throws IOException {
        String key = key();
        String journey = forms.send(OnlineForms.sample("einfamilienhaus"), key)
                .isAccepted()
                .journeyId();
        Reply other = forms.json(Json.bytes(small()), key);
        other.isProblem(422, "key-reused");
        assertThat(other.journeyId()).isEqualTo(journey);
        forms.json("kaputt".getBytes(UTF_8), key).isProblem(400, "not-json");
        until(() -> assertThat(outcomes.events(journey, EventType.REJECTED)).hasSize(2));
        outcomes.state(journey, JourneyState.DECIDED);
    }
}
