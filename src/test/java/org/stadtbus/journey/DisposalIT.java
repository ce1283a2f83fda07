package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.clearing.CaseQueries;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journey.Disposals.Decided;
import org.stadtbus.standards.Standards;

/** Files whose time is up go by xdomea 0501 to 0507 from the building files to the archive; the official schemas are installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisposalIT {
    private DisposalSite site;
    private Outcomes outcomes;
    private Disposals disposals;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = DisposalSite.start(folder);
        outcomes = new Outcomes(site.hub());
        disposals = new Disposals(site.files(), site.archive(), outcomes);
    }

    @AfterAll
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void whatTheArchiveWantsItHasBitForBitAndTheRoundIsOneJourney() {
        Decided decided = disposals.decidedRound();
        DisposalRound round = decided.round();
        assertThat(disposals.decided(round).findValuesAsText("aussonderungsart"))
                .containsExactly("A", "V");

        disposals.handOver(round, round.handover(decided.process(), round.wanted()));
        JsonNode taken = disposals.takenOver(round.wanted()).path("objekte").path(0);

        assertThat(taken.path("uebernommen").asBoolean()).isTrue();
        assertThat(taken.path("archivkennung").asText()).isNotEmpty();
        assertThat(site.archive().documents(round.wanted())).containsExactlyInAnyOrderEntriesOf(round.documents());
        outcomes.state(decided.journey(), JourneyState.DECIDED);
        disposals.allSevenAreValid(decided.process(), site.hub().bean(Standards.class));
        disposals.isOneJourney(decided.journey());
        assertThat(site.files().waiting()).noneMatch(name -> name.contains(round.name()));
    }

    @Test
    void whatTheArchiveDidNotAskForItDoesNotTakeAndTheBuildingFilesReadWhy() {
        Decided decided = disposals.decidedRound();
        String unwanted = decided.round().unwanted();

        disposals.handOver(decided.round(), decided.round().handover(decided.process(), unwanted));

        JsonNode report = disposals.takenOver(unwanted).path("objekte").path(0);
        assertThat(report.path("uebernommen").asBoolean(true)).isFalse();
        assertThat(report.path("fehler").path(0).asText()).contains("Nicht als archivwürdig bewertet");
        assertThat(site.archive().documents(unwanted)).isEmpty();
        until(() -> assertThat(outcomes.events(decided.journey(), EventType.STATE))
                .last()
                .satisfies(step -> assertThat(step.state()).isEqualTo(JourneyState.IN_REVIEW))
                .satisfies(step -> assertThat(step.sentence()).contains("0 von 1")));
    }

    @Test
    void handoverOfWhatTheListItselfDoesNotCallWantedIsRefusedAndTheRoundGoesOn() {
        Decided decided = disposals.decidedRound();
        String list = decided.round()
                .handover(decided.process(), decided.round().wanted())
                .replace("\"aussonderungsart\": \"A\"", "\"aussonderungsart\": \"V\"");

        String name = disposals.handOver(decided.round(), list);

        handoverIsRefused(decided, name, "/objekte/1/aussonderungsart ist nicht A");
        until(() -> assertThat(outcomes.events(decided.journey(), EventType.REJECTED))
                .hasSize(1));
    }

    private void handoverIsRefused(Decided decided, String name, String words) {
        assertThat(disposals.refused(name).path("grund").asText()).contains(words);
        assertThat(site.archive().message(decided.process(), "0503")).isEmpty();
        outcomes.state(decided.journey(), JourneyState.IN_REVIEW);
    }

    @Test
    void offerThatIsNotAsTheFormWantsItIsRefusedAndTheArchiveGetsNothing() {
        DisposalRound round = DisposalRound.fresh();
        String name = "anbietung-" + round.name() + ".json";
        site.files().handIn(name, round.offer().replace("\"vorgang\"", "\"ordner\""), Map.of());

        assertThat(disposals.refused(name).path("grund").asText()).contains("/objekte/0/art");
        String journey = outcomes.only(name).journeyId();
        outcomes.state(journey, JourneyState.REJECTED);
        assertThat(outcomes.events(journey, EventType.HANDED_OVER)).isEmpty();
    }

    @Test
    void handoverWithoutAFileThatItAnnouncesIsRefusedAndTheRoundGoesOn() {
        Decided decided = disposals.decidedRound();
        DisposalRound round = decided.round();
        String name = "uebergabe-" + round.name() + ".json";
        site.files().announce(name, round.handover(decided.process(), round.wanted()), round.documents());

        handoverIsRefused(decided, name, "liegt nicht im Ordner");
        disposals.handOver(round, round.handover(decided.process(), round.wanted()));
        outcomes.state(decided.journey(), JourneyState.FORWARDED);
    }

    @Test
    void handoverInAProcessNobodyBeganWaitsForAPerson() {
        DisposalRound round = DisposalRound.fresh();
        String list = round.handover(UUID.randomUUID().toString(), round.wanted());
        disposals.becomesACase(site.hub().bean(CaseQueries.class), disposals.handOver(round, list));
    }

    @Test
    void decisionsInAProcessNobodyBeganWaitForAPerson() {
        String known = disposals.decidedRound().process();
        String other = UUID.randomUUID().toString();
        String decisions = disposals.message(known, "0502").replace(known, other);
        disposals.becomesACase(site.hub().bean(CaseQueries.class), disposals.archiveSays(other, decisions));
    }

    @Test
    void decisionsOfAnotherAuthorityAreRefusedToTheArchiveAndReachNobody() {
        Decided decided = disposals.decidedRound();
        String forged = disposals
                .message(decided.process(), "0502")
                .replaceFirst("<code>arc:</code>", "<code>rec:</code>")
                .replaceFirst("(?s)<code>A</code>", "<code>V</code>");

        disposals.archiveSays(decided.process(), forged);

        String refusal = disposals.message(decided.process(), "0101");
        assertThat(refusal).contains("Nachricht 0502 nicht übernommen", "eine andere Behörde als das Archiv");
        until(() -> assertThat(outcomes.events(decided.journey(), EventType.REJECTED))
                .hasSize(1));
        assertThat(site.files().told().stream().filter(text -> text.contains(decided.process())))
                .hasSize(1);
        outcomes.state(decided.journey(), JourneyState.IN_REVIEW);
    }
}
