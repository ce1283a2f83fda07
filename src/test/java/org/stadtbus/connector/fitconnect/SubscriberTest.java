package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Application;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.Draft.Tampering;
import org.stadtbus.sandbox.fitconnect.FitConnectSender.Announced;
import org.stadtbus.testkit.Refuses;

class SubscriberTest {
    private static final byte[] DATA = "{\"name\":\"Đặng Çelik\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private TestCity city;

    @BeforeEach
    void start() throws IOException {
        city = new TestCity(folder);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private static Draft draft(Draft.File... files) {
        return Draft.of(TestCity.SERVICE, TestCity.FORM, DATA, files);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private void awaitState(Announced sent, String state) {
        await().untilAsserted(
                        () -> assertThat(city.point.state(sent.submissionId())).isEqualTo(state));
    }

    @Test
    void honestSubmissionArrivesByteForByte() throws Exception {
        byte[] plan = random(300_001);
        byte[] letter = random(17);
        Announced sent = city.sender.send(draft(
                Draft.File.of("a-1", "C:\\Pläne\\Lageplan ü.pdf", "application/pdf", "Lageplan", plan),
                Draft.File.of("a-2", "brief.txt", "text/plain", "", letter)));
        city.subscriber();
        awaitState(sent, "accepted");

        Application application = city.intake.kept().get(0);
        assertThat(application.channel()).isEqualTo("fit-connect");
        assertThat(application.externalReference()).isEqualTo(sent.submissionId());
        assertThat(application.replyTo()).isEqualTo(sent.caseId());
        assertThat(application.service()).isEqualTo(TestCity.SERVICE);
        assertThat(application.formSchema()).isEqualTo(TestCity.FORM);
        assertThat(application.form()).isEqualTo(DATA);
        assertThat(application.test()).isFalse();
        assertThat(application.attachments())
                .extracting(Attachment::filename, Attachment::contentType, Attachment::purpose, Attachment::size)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Lageplan ü.pdf", "application/pdf", "Lageplan", 300_001L),
                        org.assertj.core.groups.Tuple.tuple("brief.txt", "text/plain", "", 17L));
        assertThat(stored(application, 0)).isEqualTo(plan);
        assertThat(stored(application, 1)).isEqualTo(letter);
        assertThat(city.intake.refusals()).isEmpty();
        assertSpoolIsEmpty();
    }

    private byte[] stored(Application application, int number) throws IOException {
        try (InputStream in =
                city.vault.open(application.attachments().get(number).sha256())) {
            return in.readAllBytes();
        }
    }

    private void assertSpoolIsEmpty() throws IOException {
        try (Stream<Path> left = Files.list(city.vault.spool())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void noSubmissionIsFetchedWhileTheHubHasNoRoom() throws Exception {
        TestGate room = new TestGate();
        room.close();
        city.room = room.gate();
        Announced sent = city.sender.send(draft());
        Poller poller = city.subscriber();
        poller.lookNow();
        await().during(Duration.ofMillis(500)).until(() -> city.intake.asked() == 0);
        assertThat(city.point.state(sent.submissionId())).isEqualTo("submitted");

        room.open();
        awaitState(sent, "accepted");
    }

    @Test
    void theTestMarkReachesTheIntake() throws Exception {
        Announced sent = city.sender.send(draft().with(Tampering.TEST_MARK));
        city.subscriber();
        awaitState(sent, "accepted");

        assertThat(city.intake.kept()).singleElement().matches(Application::test);
    }

    @Test
    void nothingIsSaidToTheSenderBeforeTheIntakeHasIt() throws Exception {
        ConcurrentLinkedQueue<String> states = new ConcurrentLinkedQueue<>();
        city.intake.before(application -> states.add(city.point.state(application.externalReference())));
        Announced sent = city.sender.send(draft());
        city.subscriber();
        awaitState(sent, "accepted");

        assertThat(states).containsExactly("submitted");
    }

    @Test
    void twentyFiveSubmissionsOnThreePagesAllArrive() throws Exception {
        List<Announced> sent = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            sent.add(city.sender.send(draft()));
        }
        assertThat(city.api().waiting()).hasSize(25);
        city.subscriber(Duration.ofHours(1), city.limits);

        for (Announced one : sent) {
            awaitState(one, "accepted");
        }
        assertThat(city.intake.kept()).hasSize(25);
    }

    @Test
    @Refuses(connector = "fit-connect", value = BadInput.REPLAYED)
    void aSubmissionThatComesTwiceIsTakenOnce() throws Exception {
        Announced sent = city.sender.announce(draft());
        city.sender.submit(sent, draft());
        city.sender.submit(sent, draft());
        city.subscriber();
        city.subscriber();
        awaitState(sent, "accepted");

        assertThat(city.intake.kept()).hasSize(1);
        assertThat(city.point.events(sent.submissionId())).hasSize(1);
    }

    @Test
    void whoDiesBetweenIntakeAndEventSendsTheEventLaterAndTakesNothingTwice() throws Exception {
        Announced sent = city.sender.send(draft(Draft.File.of("a", "a.txt", "text/plain", "", random(100))));
        city.intake.before(application -> city.server().fault(new org.stadtbus.sandbox.http.Fault.Down()));
        Poller first = city.subscriber();
        await().until(() -> !city.intake.kept().isEmpty());
        first.stop();
        assertThat(city.point.state(sent.submissionId())).isEqualTo("submitted");

        city.intake.before(application -> {});
        city.server().fault(new org.stadtbus.sandbox.http.Fault.None());
        city.subscriber();
        awaitState(sent, "accepted");

        assertThat(city.intake.asked()).isEqualTo(2);
        assertThat(city.intake.kept()).hasSize(1);
    }

    @Test
    void whatTheIntakeRejectsIsRejectedWithItsCode() throws Exception {
        city.intake.before(application -> {
            throw HubException.rejected("unknown-form", "Die Formularversion ist hier nicht bekannt.");
        });
        Announced sent = city.sender.send(draft());
        city.subscriber();
        awaitState(sent, "rejected");

        assertThat(city.problem(sent.submissionId()).path("type").asText())
                .isEqualTo("urn:stadtbus:problem:unknown-form");
        assertThat(city.intake.refusals())
                .as("the intake has journalled it itself")
                .isEmpty();
    }

    @Test
    void oneThatFailsAgainAndAgainHoldsUpNobody() throws Exception {
        List<Announced> poison =
                List.of(city.sender.send(draft()), city.sender.send(draft()), city.sender.send(draft()));
        List<String> ids = poison.stream().map(Announced::submissionId).toList();
        city.intake.before(application -> {
            if (ids.contains(application.externalReference())) {
                throw new HubException(FailureKind.TRANSIENT, "broker-unavailable", "Der Broker bestätigt nicht.");
            }
        });
        city.subscriber();
        await().until(() -> city.intake.asked() >= 4);
        Announced good = city.sender.send(draft());
        awaitState(good, "accepted");

        assertThat(ids).allMatch(id -> city.point.state(id).equals("submitted"));
        city.intake.before(application -> {});
        for (Announced one : poison) {
            awaitState(one, "accepted");
        }
        assertThat(city.intake.refusals()).isEmpty();
    }

    @Test
    void anUnexpectedErrorInTheIntakeIsTriedAgainToo() throws Exception {
        city.intake.before(application -> {
            if (city.intake.asked() < 3) {
                throw new IllegalStateException("unexpected");
            }
        });
        Announced sent = city.sender.send(draft());
        city.subscriber();
        awaitState(sent, "accepted");

        assertThat(Arrays.asList(city.intake.kept().size(), city.intake.asked()))
                .containsExactly(1, 3);
    }
}
