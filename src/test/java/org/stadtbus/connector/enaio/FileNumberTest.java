package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.enaio.DmsObject;

/** What an authority hands over is filed in the case that bears its file number. */
class FileNumberTest extends EakteTest {
    private static final String NUMBER = "32-2026-00077";

    @Test
    void messageIsFiledInTheCaseAClerkOpenedUnderItsNumber() {
        client().create(Map.of("system:objectTypeId", "Vorgang", "Aktenzeichen", NUMBER));

        trusted().file(numbered("stellungnahme"));

        assertThat(enaio.cases()).hasSize(1);
        assertThat(enaio.documents()).extracting(DmsObject::caseId).containsOnly("1");
    }

    @Test
    void missingCaseIsOpenedOnceForAllJourneysWithItsNumber() {
        trusted().file(numbered("stellungnahme"));
        trusted().file(numbered("nachtrag"));

        assertThat(enaio.cases()).singleElement().satisfies(opened -> assertThat(opened.indexData())
                .containsEntry("Aktenzeichen", NUMBER));
    }

    @Test
    void attemptWhoseAnswerWasLostLeavesEachDocumentOnceInThatCase() {
        client().create(Map.of("system:objectTypeId", "Vorgang", "Aktenzeichen", NUMBER));
        door.hangUpAt(5);

        assertFails(() -> trusted().file(numbered("stellungnahme")), FailureKind.TRANSIENT, "enaio-unreachable");
        trusted().file(numbered("stellungnahme"));

        assertThat(enaio.cases()).hasSize(1);
        assertThat(enaio.documents())
                .extracting(document -> document.indexData().get("StadtbusTeil"))
                .containsExactlyInAnyOrder("nachricht", "a1");
    }

    @Test
    void numberOfAnApplicantLeadsIntoNobodysCase() {
        client().create(Map.of("system:objectTypeId", "Vorgang", "Aktenzeichen", NUMBER));

        filing.file(numbered("antrag"));

        assertThat(enaio.cases()).hasSize(2);
        assertThat(enaio.documents()).extracting(DmsObject::caseId).doesNotContain("1");
    }

    @Test
    void twoCasesWithTheNumberNeedAPerson() {
        Map<String, String> sameNumber = Map.of("system:objectTypeId", "Vorgang", "Aktenzeichen", NUMBER);
        client().create(sameNumber);
        client().create(sameNumber);

        assertFails(
                () -> trusted().file(numbered("stellungnahme")),
                FailureKind.PERMANENT,
                "enaio-several-file-number-cases");
    }

    private Message numbered(String journey) {
        return applications.message(journey, "geschaeftsgang", NUMBER, List.of(applications.file("a1", "Gutachten")));
    }

    private Filing trusted() {
        return new Filing(
                new CaseFiles(client(), "Vorgang", "", Set.of("99012018001000")),
                new Documents(client(), "Schriftstueck"),
                new Parts(vault));
    }
}
