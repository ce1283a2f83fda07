package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.osci.Party;
import org.stadtbus.sandbox.XbauMessage;
import org.stadtbus.sandbox.meldenetz.NeighbourTown;
import org.stadtbus.sandbox.meldenetz.RegisterNet;
import org.stadtbus.sandbox.osci.Authority;
import org.stadtbus.testkit.RunningHub;

/** Another town tells the city's register by OSCI who has moved there, and finds the answer in its mailbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelocationIT {
    private RegisterNet net;
    private NeighbourTown town;
    private RunningHub hub;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) {
        net = new RegisterNet(folder.resolve("meldenetz"), Path.of("config/directory.yaml"));
        town = net.town();
        hub = RunningHub.start(folder, net.hubSettings(), "sandbox");
        outcomes = new Outcomes(hub);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
        net.close();
    }

    private Journey journey(String osciId) {
        until(() -> assertThat(outcomes.search(osciId)).hasSize(1));
        return outcomes.search(osciId).get(0);
    }

    private List<XbauMessage> lettersAbout(String id) throws Exception {
        town.fetch();
        return town.letters().stream()
                .filter(letter -> new String(letter.bytes(), UTF_8).contains("<referenzUUID>" + id + "<"))
                .toList();
    }

    @Test
    void noticeReachesTheRegisterUnchangedAndTheTownFindsTheAnswerInItsMailbox() throws Exception {
        String id = UUID.randomUUID().toString();
        Journey journey = journey(town.send(id, NeighbourTown.notice(id)));

        until(() -> assertThat(lettersAbout(id)).extracting(XbauMessage::type).containsExactly("0203"));
        outcomes.state(journey.journeyId(), JourneyState.DECIDED);
        assertThat(net.register().taken()).contains(id);
        until(() -> assertThat(outcomes.events(journey.journeyId(), EventType.DELIVERED))
                .extracting(Step::system)
                .containsExactly("meldewesen", "virtuelle-poststelle"));
        assertThat(hub.journal().journey(journey.journeyId()).orElseThrow())
                .extracting(Journey::service, Journey::channel)
                .containsExactly("99115005104000", "virtuelle-poststelle");
    }

    @Test
    void noticeSentTwiceIsOneJourney() throws Exception {
        String id = UUID.randomUUID().toString();
        Journey journey = journey(town.send(id, NeighbourTown.notice(id)));
        String again = town.send(id + "-noch-einmal", NeighbourTown.notice(id));
        until(() -> assertThat(town.received(again)).isTrue());

        outcomes.state(journey.journeyId(), JourneyState.DECIDED);
        assertThat(outcomes.events(journey.journeyId(), EventType.RECEIVED)).hasSize(1);
        assertThat(net.register().taken()).containsOnlyOnce(id);
    }

    @Test
    void incompleteNoticeIsSentBackAsARejectionInTheMailbox() throws Exception {
        String id = UUID.randomUUID().toString();
        Journey journey = journey(town.send(id, NeighbourTown.noticeOfNobody(id)));

        until(() -> assertThat(lettersAbout(id)).singleElement().satisfies(letter -> {
            assertThat(letter.type()).isEqualTo("0900");
            assertThat(new String(letter.bytes(), UTF_8)).contains("fehlen die Angaben zur Person");
        }));
        refused(journey.journeyId(), "fehlen die Angaben zur Person");
        assertThat(net.register().taken()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<brief>Guten Tag</brief>", "Guten Tag"})
    void whatIsNoXmeldIsRefusedAndJournalled(String letter) throws Exception {
        String osciId = town.send(UUID.randomUUID().toString(), letter.getBytes(UTF_8));

        refused(journey(osciId).journeyId(), "zurückgewiesen");
        until(() -> assertThat(town.received(osciId)).isTrue());
    }

    @Test
    void noticeWhoseSignerNobodyVouchesForIsRefusedAndKept() throws Exception {
        String id = UUID.randomUUID().toString();
        Party stranger = new Authority("Fremde-CA").party("Meldebehoerde Fremd");
        String osciId = town.send(id, NeighbourTown.notice(id), stranger);

        refused(journey(osciId).journeyId(), "Die OSCI-Nachricht wird nicht angenommen");
        assertThat(net.register().taken()).doesNotContain(id);
    }

    @Test
    void noticeSignedByAnotherThanTheAuthorItNamesIsRefusedAndKeptReadable() throws Exception {
        String id = UUID.randomUUID().toString();
        String osciId = town.send(id, NeighbourTown.notice(id), net.city());

        String journeyId = journey(osciId).journeyId();
        refused(journeyId, "nennt »" + NeighbourTown.KEY + "« als Autor, ist aber nicht mit einem Zertifikat");
        until(() -> assertThat(town.received(osciId)).isTrue());
        assertThat(outcomes.events(journeyId, EventType.REJECTED).get(0).attachments())
                .extracting(Attachment::filename)
                .containsExactly("original.osci", "nachricht.xml");
        assertThat(net.register().taken()).doesNotContain(id);
        assertThat(lettersAbout(id)).isEmpty();
    }

    private void refused(String journeyId, String words) {
        outcomes.state(journeyId, JourneyState.REJECTED);
        assertThat(outcomes.events(journeyId, EventType.HANDED_OVER)).isEmpty();
        assertThat(outcomes.events(journeyId, EventType.REJECTED))
                .singleElement()
                .satisfies(step -> assertThat(step.sentence()).contains(words));
    }
}
