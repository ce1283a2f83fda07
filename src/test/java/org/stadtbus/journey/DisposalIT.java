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
import org.stadtbus.sandbox.bauakten.BuildingFiles;
import org.stadtbus.sandbox.xdomea.CityArchive;
import org.stadtbus.standards.InstalledXdomea;
import org.stadtbus.standards.OfficialStandards;
import org.stadtbus.standards.Standards;
import org.stadtbus.testkit.RunningHub;

/** Files whose time is up go by xdomea 0501 to 0507 from the building files to the archive; the official schemas are installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisposalIT {
    private static final String DECISIONS = "Aussonderung.Bewertungsverzeichnis.0502";

    private RunningHub hub;
    private BuildingFiles files;
    private CityArchive archive;
    private Outcomes outcomes;
    private Disposals disposals;

    @BeforeAll
    void start(@TempDir Path folder) {
        Path installed = InstalledXdomea.folder(OfficialStandards.require());
        files = new BuildingFiles(folder.resolve("bauakten"), "geheim");
        archive = new CityArchive(folder.resolve("archiv"));
        hub = RunningHub.start(folder, Disposals.settings(files, archive, installed), "sandbox");
        outcomes = new Outcomes(hub);
        disposals = new Disposals(files, archive, outcomes);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
            files.close();
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
        assertThat(archive.documents(round.wanted())).containsExactlyInAnyOrderEntriesOf(round.documents());
        outcomes.state(decided.journey(), JourneyState.DECIDED);
        disposals.allSevenAreValid(decided.process(), hub.bean(Standards.class));
        disposals.isOneJourney(decided.journey());
        assertThat(files.waiting()).noneMatch(name -> name.contains(round.name()));
    }

    @Test
    void whatTheArchiveDidNotAskForItDoesNotTakeAndTheBuildingFilesReadWhy() {
        Decided decided = disposals.decidedRound();
        String unwanted = decided.round().unwanted();

        disposals.handOver(decided.round(), decided.round().handover(decided.process(), unwanted));

        JsonNode report = disposals.takenOver(unwanted).path("objekte").path(0);
        assertThat(report.path("uebernommen").asBoolean(true)).isFalse();
        assertThat(report.path("fehler").path(0).asText()).contains("Nicht als archivwürdig bewertet");
        assertThat(archive.documents(unwanted)).isEmpty();
        until(() -> assertThat(
                        outcomes.only("anbietung-" + decided.round().name()).stateSentence())
                .contains("0 von 1"));
        outcomes.state(decided.journey(), JourneyState.IN_REVIEW);
    }

    @Test
    void handoverOfWhatTheListItselfDoesNotCallWantedIsRefusedAndTheRoundGoesOn() {
        Decided decided = disposals.decidedRound();
        String list = decided.round()
                .handover(decided.process(), decided.round().wanted())
                .replace("\"aussonderungsart\": \"A\"", "\"aussonderungsart\": \"V\"");

        disposals.handOver(decided.round(), list);

        assertThat(disposals.refused(decided.handoverFile()).path("grund").asText())
                .contains("/objekte/1/aussonderungsart ist nicht A");
        until(() -> assertThat(outcomes.events(decided.journey(), EventType.REJECTED))
                .hasSize(1));
        assertThat(archive.message(decided.process(), "0503")).isEmpty();
        outcomes.state(decided.journey(), JourneyState.IN_REVIEW);
    }

    @Test
    void offerThatIsNotAsTheFormWantsItIsRefusedAndTheArchiveGetsNothing() {
        DisposalRound round = DisposalRound.fresh();
        String name = "anbietung-" + round.name() + ".json";
        files.handIn(name, round.offer().replace("\"vorgang\"", "\"ordner\""), Map.of());

        assertThat(disposals.refused(name).path("grund").asText()).contains("/objekte/0/art");
        String journey = outcomes.only(name).journeyId();
        outcomes.state(journey, JourneyState.REJECTED);
        assertThat(outcomes.events(journey, EventType.HANDED_OVER)).isEmpty();
    }

    @Test
    void handoverInAProcessNobodyBeganWaitsForAPerson() {
        DisposalRound round = DisposalRound.fresh();
        disposals.handOver(round, round.handover(UUID.randomUUID().toString(), round.wanted()));
        disposals.becomesACase(hub.bean(CaseQueries.class), "uebergabe-" + round.name() + ".json");
    }

    @Test
    void decisionsInAProcessNobodyBeganWaitForAPerson() {
        Decided decided = disposals.decidedRound();
        String other = UUID.randomUUID().toString();
        disposals.archiveSays(
                other, DECISIONS, disposals.message(decided.process(), "0502").replace(decided.process(), other));
        disposals.becomesACase(hub.bean(CaseQueries.class), other + "_" + DECISIONS + ".zip");
    }

    @Test
    void decisionsOfAnotherAuthorityAreRefusedToTheArchiveAndReachNobody() {
        Decided decided = disposals.decidedRound();
        int told = files.told().size();
        String forged = disposals
                .message(decided.process(), "0502")
                .replaceFirst("<code>arc:</code>", "<code>rec:</code>")
                .replaceFirst("(?s)<code>A</code>", "<code>V</code>");

        disposals.archiveSays(decided.process(), DECISIONS, forged);

        String refusal = disposals.message(decided.process(), "0101");
        assertThat(refusal).contains("Nachricht 0502 nicht übernommen", "eine andere Behörde als das Archiv");
        until(() -> assertThat(outcomes.events(decided.journey(), EventType.REJECTED))
                .hasSize(1));
        assertThat(files.told()).hasSize(told);
        outcomes.state(decided.journey(), JourneyState.IN_REVIEW);
    }
}
