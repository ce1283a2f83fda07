package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.stadtbus.clearing.CaseQueries;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.bauakten.BuildingFiles;
import org.stadtbus.sandbox.xdomea.CityArchive;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** The building files and the archive, and the round of disposal between them. */
record Disposals(BuildingFiles files, CityArchive archive, Outcomes outcomes) {

    Journey offered(DisposalRound round) {
        files.handIn("anbietung-" + round.name() + ".json", round.offer(), Map.of());
        return outcomes.only("anbietung-" + round.name() + ".json");
    }

    /** The archive has decided on the offer. */
    JsonNode decided(DisposalRound round) {
        return told(round.wanted(), "entscheidungen");
    }

    /** @return the name of the list's file */
    String handOver(DisposalRound round, String list) {
        String name = "uebergabe-" + round.name() + ".json";
        files.handIn(name, list, round.documents());
        return name;
    }

    JsonNode takenOver(String matter) {
        return told(matter, "objekte");
    }

    JsonNode refused(String file) {
        return told(file, "grund");
    }

    /** What the building files are told with this field about this text, once the archive has worked. */
    private JsonNode told(String about, String field) {
        until(() -> {
            archive.work();
            assertThat(files.told()).anyMatch(text -> fits(text, about, field));
        });
        return Json.read(files.told().stream()
                .filter(text -> fits(text, about, field))
                .findFirst()
                .orElseThrow());
    }

    private static boolean fits(String text, String about, String field) {
        return text.contains(about) && text.contains("\"" + field + "\"");
    }

    /** What the archive has said or heard in the process. */
    String message(String process, String number) {
        until(() -> {
            archive.work();
            assertThat(archive.message(process, number)).isPresent();
        });
        return archive.message(process, number).orElseThrow();
    }

    void allSevenAreValid(String process, Standards standards) {
        for (String number : List.of("0501", "0502", "0503", "0504", "0505", "0506", "0507")) {
            byte[] message = message(process, number).getBytes(UTF_8);
            assertThat(standards.validate("xdomea-3.0.0", message))
                    .as(number)
                    .isInstanceOf(ValidationResult.Valid.class);
        }
    }

    /** From the list the building files handed in to the report that all was taken over, with the archive's receipts. */
    void isOneJourney(String journey) {
        until(() -> assertThat(outcomes.events(journey, EventType.DELIVERED))
                .extracting(Step::messageType)
                .containsExactlyInAnyOrder(
                        "Aussonderung.Anbieteverzeichnis.0501",
                        "0502",
                        "Aussonderung.BewertungEmpfangBestaetigen.0505",
                        "Aussonderung.Aussonderung.0503",
                        "0506"));
        assertThat(outcomes.events(journey, EventType.RECEIVED))
                .singleElement()
                .satisfies(step -> assertThat(String.valueOf(step.payload())).contains("application/json", ".json"));
        assertThat(outcomes.events(journey, EventType.STATE))
                .extracting(Step::state)
                .containsExactly(
                        JourneyState.FORWARDED, JourneyState.IN_REVIEW, JourneyState.FORWARDED, JourneyState.DECIDED);
        until(() -> assertThat(outcomes.events(journey, EventType.ANSWERED))
                .extracting(Step::sentence)
                .contains(
                        "Das Archiv hat das Anbieteverzeichnis erhalten.",
                        "Das Archiv hat die Aussonderung erhalten."));
    }

    /** What was handed in under this name refers to nothing, lies with a person and went to nobody. */
    void becomesACase(CaseQueries cases, String reference) {
        String journey = outcomes.only(reference).journeyId();
        outcomes.state(journey, JourneyState.CLEARING);
        until(() -> assertThat(cases.unsolved(journey))
                .singleElement()
                .satisfies(found -> assertThat(found.failure().problemCode()).isEqualTo("unknown-reference")));
        outcomes.nothingHandedOver(journey);
    }

    /**
     * The archive leaves these decisions, whatever it decided.
     *
     * @return the container's name
     */
    String archiveSays(String process, String decisions) {
        String name = process + "_Aussonderung.Bewertungsverzeichnis.0502";
        archive.partner().leave(name + ".zip", Map.of(name + ".xml", decisions));
        return name + ".zip";
    }

    /** The journey of a round on which the archive has decided. */
    Decided decidedRound() {
        DisposalRound round = DisposalRound.fresh();
        Journey journey = offered(round);
        String process = decided(round).path("prozess").asText();
        outcomes.state(journey.journeyId(), JourneyState.IN_REVIEW);
        return new Decided(round, journey.journeyId(), process);
    }

    record Decided(DisposalRound round, String journey, String process) {}
}
