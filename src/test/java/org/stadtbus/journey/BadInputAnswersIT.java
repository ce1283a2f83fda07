package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.standards.OfficialStandards;
import org.stadtbus.testkit.RunningHub;

/** Bad answer files on SFTP: each goes back as XBau 1100 and is journalled, the next good answer passes. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputAnswersIT {
    private RunningHub hub;
    private Outcomes outcomes;
    private Rejections rejections;
    private String decided = "";
    private String decision = "";
    private boolean begun;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        OfficialStandards.require();
        begun = true;
        hub = RunningHub.start(folder, Map.of(), "sandbox");
        outcomes = new Outcomes(hub);
        rejections = new Rejections(hub);
        decided = new OnlineForms(hub)
                .send(OnlineForms.sample("einfamilienhaus"), OnlineForms.key())
                .isAccepted()
                .journeyId();
        outcomes.state(decided, JourneyState.DECIDED);
        decision = outcomes.payload(decided, EventType.ANSWERED, "0205");
    }

    @AfterEach
    void goOn() throws IOException {
        outcomes.hubGoesOn();
    }

    @AfterAll
    void end() {
        if (!begun) {
            return;
        }
        try (RunningHub closed = hub) {
            outcomes.goodOnesAreDecided();
            outcomes.logIsDiscreet();
        }
    }

    private String drop(byte[] bytes) {
        String name = UUID.randomUUID() + ".0205.xml";
        hub.city().buildingAuthority().drop(name, bytes);
        return name;
    }

    @ParameterizedTest
    @EnumSource(BadAnswer.class)
    void aBadAnswerGoesBackAndIsKept(BadAnswer bad) {
        byte[] bytes = bad.of(BadAnswer.withNewId(decision));
        String name = drop(bytes);
        until(() -> assertThat(outcomes.search(name)).hasSize(1));
        String journey = outcomes.search(name).get(0).journeyId();
        outcomes.state(journey, JourneyState.REJECTED);
        assertThat(outcomes.events(journey, EventType.HANDED_OVER)).isEmpty();
        assertThat(outcomes.events(journey, EventType.REJECTED))
                .singleElement()
                .satisfies(step -> assertThat(step.sentence()).contains(bad.words()));
        rejections.isTold(bad.words(), bad == BadAnswer.TOO_LARGE ? new byte[0] : bytes);
    }

    @ParameterizedTest
    @EnumSource(BadAnswer.class)
    void aBadMessageIsRefusedOnTheSpot(BadAnswer bad) throws IOException {
        String statement = outcomes.payload(decided, EventType.ANSWERED, "0303");
        Reply reply = Reply.of(hub.city()
                .client("feuerwehr")
                .call(
                        "POST",
                        hub.uri().resolve("/api/v1/procedures/brandschutz-vorbeugend/messages"),
                        BodyPublishers.ofByteArray(bad.of(BadAnswer.withNewId(statement))),
                        "Content-Type",
                        "application/xml"));
        reply.isProblem(bad.status(), reply.text("code"));
        assertThat(reply.text("detail")).contains(bad.words());
        outcomes.state(reply.journeyId(), JourneyState.REJECTED);
        assertThat(outcomes.events(reply.journeyId(), EventType.REJECTED)).hasSize(1);
        assertThat(outcomes.events(reply.journeyId(), EventType.HANDED_OVER)).isEmpty();
    }

    @Test
    void anAnswerToAnUnknownApplicationBecomesAClearingCase() {
        String name = drop(BadAnswer.toNobody(decision).getBytes(UTF_8));
        until(() -> assertThat(outcomes.search(name)).hasSize(1));
        outcomes.state(outcomes.search(name).get(0).journeyId(), JourneyState.CLEARING);
    }

    @Test
    void theCorrectedAnswerPassesEvenUnderItsOldMessageId() {
        String good = BadAnswer.withNewId(decision);
        int before = outcomes.events(decided, EventType.ANSWERED).size();
        drop(BadAnswer.AGAINST_THE_SCHEMA.of(good));
        rejections.isTold(BadAnswer.AGAINST_THE_SCHEMA.words(), BadAnswer.AGAINST_THE_SCHEMA.of(good));
        drop(good.getBytes(UTF_8));
        until(() -> assertThat(outcomes.events(decided, EventType.ANSWERED)).hasSizeGreaterThan(before));
        drop(good.getBytes(UTF_8));
        until(() -> assertThat(hub.city().buildingAuthority().idle()).isTrue());
        String id = BadAnswer.id(good);
        assertThat(outcomes.search(id)).hasSizeLessThan(2);
    }
}
