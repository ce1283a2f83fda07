package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.sandbox.enaio.DmsObject;

/** Messages without a file number are collected under a key of the file plan. */
class FilePlanTest extends EakteTest {

    @Test
    void messagesWithoutFileNumberShareTheCaseOfTheKey() {
        underKey().file(applications.application("anfrage"));
        underKey().file(applications.application("beschwerde"));

        assertThat(enaio.cases()).hasSize(1);
        assertThat(enaio.cases().get(0).indexData())
                .containsEntry("Aktenplanschluessel", "10.12-3")
                .doesNotContainKey("StadtbusVorgang");
        assertThat(enaio.documents()).extracting(DmsObject::caseId).containsExactly("1", "1");
    }

    @Test
    void messageWithFileNumberHasACaseOfItsOwnAndSoHaveThoseThatFollow() {
        underKey().file(applications.message("bau", "antrag", "63-2026-0815", List.of()));
        underKey().file(applications.message("bau", "nachtrag", null, List.of()));

        assertThat(enaio.cases()).hasSize(1);
        assertThat(enaio.cases().get(0).indexData()).containsEntry("Aktenzeichen", "63-2026-0815");
    }

    @Test
    void caseWhoseAnswerWasLostIsFound() {
        door.hangUpAt(3);

        assertFails(
                () -> underKey().file(applications.application("anfrage")), FailureKind.TRANSIENT, "enaio-unreachable");
        underKey().file(applications.application("anfrage"));

        assertThat(enaio.cases()).hasSize(1);
    }

    @Test
    void severalCasesUnderTheKeyNeedAPerson() {
        Map<String, String> sameKey = Map.of("system:objectTypeId", "Vorgang", "Aktenplanschluessel", "10.12-3");
        client().create(sameKey);
        client().create(sameKey);

        assertFails(
                () -> underKey().file(applications.application("anfrage")),
                FailureKind.PERMANENT,
                "enaio-several-file-plan-cases");
    }

    private Filing underKey() {
        return new Filing(
                new CaseFiles(client(), "Vorgang", "10.12-3", Set.of()),
                new Documents(client(), "Schriftstueck"),
                new Parts(vault));
    }
}
