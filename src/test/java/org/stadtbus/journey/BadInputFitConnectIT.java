package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.intake.Application;
import org.stadtbus.intake.Intake;
import org.stadtbus.journal.EventType;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.Draft.Tampering;
import org.stadtbus.sandbox.fitconnect.FitConnectSender.Announced;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.RunningHub;

/** Bad submissions through FIT-Connect: rejected with a problem, journalled, not delivered; the hub goes on. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputFitConnectIT {
    private static final String FORM = "urn:stadtbus:form:bauantrag:1.0";
    private static final String CHANNEL = "fit-connect";

    private RunningHub hub;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = RunningHub.start(folder, Map.of("stadtbus.intake.accept-test", "false"), "sandbox");
        outcomes = new Outcomes(hub);
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

    private static Draft draft(String service, String form, byte[] data) {
        byte[] plan = "%PDF-1.7 Lageplan".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return Draft.of(
                service, form, data, Draft.File.of("plan-1", "Lageplan.pdf", "application/pdf", "lageplan", plan));
    }

    private static Draft good() {
        return draft(OnlineForm.SERVICE, FORM, Json.bytes(OnlineForms.small()));
    }

    private void assertRejected(Announced sent, String problem) throws ParseException {
        until(() ->
                assertThat(hub.city().fitConnect().state(sent.submissionId())).isEqualTo("rejected"));
        JsonNode told = problem(sent);
        assertThat(told.path("type").asText()).endsWith(problem);
        assertThat(told.path("detail").asText()).matches("(?s)[A-ZÄÖÜ].*[.\\])]");
        String journey = hub.bean(Intake.class).journeyId(CHANNEL, sent.submissionId());
        outcomes.refused(journey, told.path("detail").asText());
        assertThat(outcomes.search(sent.submissionId())).hasSize(1);
    }

    private JsonNode problem(Announced sent) throws ParseException {
        List<String> events = hub.city().fitConnect().events(sent.submissionId());
        assertThat(events).hasSize(1);
        return Json.read(SignedJWT.parse(events.get(0)).getPayload().toString())
                .path("events")
                .path("https://schema.fitko.de/fit-connect/events/reject-submission")
                .path("problems")
                .path(0);
    }

    @ParameterizedTest
    @Refuses(
            connector = "fit-connect",
            value = {BadInput.MALFORMED, BadInput.WRONGLY_ENCRYPTED})
    @CsvSource({
        "WRONG_KEY, encryption-issue",
        "ATTACHMENT_HASH, hash-mismatch",
        "DATA_HASH, hash-mismatch",
        "ATTACHMENT_CIPHERTEXT, encryption-issue",
        "COMPRESSED, encryption-issue",
        "BROKEN_METADATA, schema-violation",
        "TEST_MARK, test-in-production"
    })
    void whatWasTamperedWithGoesBackWithTheReason(Tampering wrong, String problem) throws Exception {
        assertRejected(hub.city().portal().send(good().with(wrong)), problem);
    }

    @Test
    void anUnknownServiceGoesBack() throws Exception {
        Draft draft = draft("99999999999999", FORM, Json.bytes(OnlineForms.small()));
        assertRejected(hub.city().portal().send(draft), "unknown-service");
    }

    @Test
    void anUnknownFormVersionGoesBack() throws Exception {
        Draft draft = draft(OnlineForm.SERVICE, "urn:stadtbus:form:bauantrag:9.9", Json.bytes(OnlineForms.small()));
        assertRejected(hub.city().portal().send(draft), "unknown-form");
    }

    @Test
    void aDeflatedBombIsNotUnpacked() throws Exception {
        byte[] bomb = ("{\"x\":\"" + " ".repeat(100_000_000) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Draft draft = draft(OnlineForm.SERVICE, FORM, bomb).with(Tampering.COMPRESSED);
        assertRejected(hub.city().portal().send(draft), "encryption-issue");
    }

    @Test
    void formDataAgainstTheirSchemaGoBack() throws Exception {
        Draft draft = draft(OnlineForm.SERVICE, FORM, Json.bytes(Json.object().put("vorhaben", "Haus")));
        assertRejected(hub.city().portal().send(draft), "schema-violation");
    }

    @Test
    void aNameTheRegisterCannotHoldIsRefusedAfterAcceptanceAndTheApplicantReadsWhy() throws Exception {
        Draft draft = draft(OnlineForm.SERVICE, FORM, OnlineForms.small("Janßen", "Иванова"));
        Announced sent = hub.city().portal().send(draft);
        String journey = hub.bean(Intake.class).journeyId(CHANNEL, sent.submissionId());
        outcomes.refused(journey, "lateinischer Schrift");
        assertThat(hub.city().fitConnect().state(sent.submissionId())).isEqualTo("accepted");
        until(() -> assertThat(hub.city().fitConnect().repliesTo(sent.caseId())).hasSize(1));
        assertThat(hub.log()).noneMatch(line -> line.contains("Иванова"));
    }

    @Test
    @Refuses(connector = "fit-connect", value = BadInput.REPLAYED)
    void theSameSubmissionTwiceIsOneJourney() throws Exception {
        Announced sent = hub.city().portal().send(good());
        Intake intake = hub.bean(Intake.class);
        String journey = intake.journeyId(CHANNEL, sent.submissionId());
        outcomes.state(journey, JourneyState.DOCUMENTS_MISSING);
        var first = outcomes.events(journey, EventType.RECEIVED).get(0);
        Intake.Accepted again = intake.accept(new Application(
                CHANNEL,
                sent.submissionId(),
                sent.submissionId(),
                OnlineForm.SERVICE,
                FORM,
                Json.bytes(OnlineForms.small()),
                sent.caseId(),
                false,
                first.attachments()));
        assertThat(again).isEqualTo(new Intake.Accepted(journey, first.messageId(), true));
        assertThat(outcomes.events(journey, EventType.RECEIVED)).hasSize(1);
    }
}
