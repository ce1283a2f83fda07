package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.sandbox.enaio.DmsObject;
import org.stadtbus.sandbox.enaio.EnaioDms;
import org.stadtbus.sandbox.xdomea.OwnHandover;
import org.stadtbus.sandbox.xdomea.RecordsOffice;
import org.stadtbus.testkit.RunningHub;

/** What becomes in the city's eAkte of the matters that another office hands over. */
final class Takeovers {
    private final EnaioDms eakte;
    private final RecordsOffice office;
    private final Outcomes outcomes;

    Takeovers(RunningHub hub, RecordsOffice office) {
        this.eakte = hub.city().enaio();
        this.office = office;
        this.outcomes = new Outcomes(hub);
    }

    OwnHandover matter(String fileNumber, String... files) {
        Map<String, String> texts =
                Arrays.stream(files).collect(Collectors.toMap(Function.identity(), name -> "Inhalt von " + name));
        return new OwnHandover(UUID.randomUUID().toString(), fileNumber, "Stellungnahme für Šimić", texts);
    }

    /** The office forgets the files in the container. */
    void handOverWithoutFiles(OwnHandover matter) {
        Map<String, String> entries = new LinkedHashMap<>(matter.entries());
        entries.keySet().removeIf(name -> !name.endsWith(".xml"));
        office.partner().leave(matter.container(), entries);
    }

    void cityHasCase(String fileNumber) {
        eakte.clerk().open("Widerspruch", fileNumber);
    }

    List<DmsObject> cases(String fileNumber) {
        return eakte.cases().stream()
                .filter(known -> fileNumber.equals(known.indexData().get("Aktenzeichen")))
                .toList();
    }

    void filingIsTriedAgain(OwnHandover matter) {
        until(() ->
                assertThat(outcomes.events(journey(matter), EventType.DELAYED)).isNotEmpty());
    }

    /** The message and its files lie once each in the one case with their number. */
    void areFiledOnce(OwnHandover matter) {
        outcomes.state(journey(matter), JourneyState.DECIDED);
        until(() -> assertThat(outcomes.events(journey(matter), EventType.DELIVERED))
                .anyMatch(step -> step.system().equals("eakte-enaio")));
        assertThat(cases(matter.fileNumber())).hasSize(1);
        String caseId = cases(matter.fileNumber()).get(0).id();
        assertThat(eakte.documents().stream().filter(document -> caseId.equals(document.caseId())))
                .hasSize(1 + matter.files().size())
                .extracting(document ->
                        String.valueOf(document.indexData().get("Dateiname")).replaceFirst(".*_", ""))
                .containsAll(matter.files().keySet());
    }

    /** The answer of the hub, as the office reads it. */
    String answer(OwnHandover matter, String type) {
        until(() -> {
            office.work();
            assertThat(office.answer(matter.process(), type)).isPresent();
        });
        return office.answer(matter.process(), type).orElseThrow();
    }

    private String journey(OwnHandover matter) {
        return outcomes.only(matter.container()).journeyId();
    }
}
