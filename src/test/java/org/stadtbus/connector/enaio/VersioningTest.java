package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.enaio.DmsObject;
import org.stadtbus.sandbox.http.Fault;

/** A document that is in the eAkte already gets a new version. */
class VersioningTest extends EakteTest {

    @Test
    void otherContentBecomesTheNewVersionOfTheSameDocument() {
        filing.file(applications.application("bau", "Plan"));
        Message corrected = applications.message("bau", "corrected", null, applications.files("Plan, berichtigt"));

        String receipt = versioning().perform(corrected);

        assertThat(receipt).isEqualTo("eAkte, Schriftstück 2 in der Fassung der Nachricht");
        assertThat(enaio.documents()).extracting(DmsObject::version).containsExactly(2, 2);
        assertThat(enaio.documents().get(0).sha256()).isEqualTo(Ids.sha256(corrected.payload()));
        assertThat(enaio.documents().get(0).indexData())
                .containsEntry("Pruefsumme", Ids.sha256(corrected.payload()))
                .containsEntry("StadtbusNachricht", Ids.derived("bau", "application"));
    }

    @Test
    void sameContentMakesNoSecondVersion() {
        filing.file(applications.application("bau", "Plan"));
        Message corrected = applications.message("bau", "corrected", null, applications.files("Plan"));

        versioning().perform(corrected);
        versioning().perform(corrected);

        assertThat(enaio.documents()).extracting(DmsObject::version).containsExactly(2, 1);
    }

    @Test
    void attachmentThatIsNewIsFiledOnceBesideTheDocument() {
        filing.file(applications.application("bau"));
        Message corrected = applications.message("bau", "corrected", null, applications.files("Plan"));

        versioning().perform(corrected);
        versioning().perform(corrected);

        assertThat(enaio.documents()).extracting(DmsObject::caseId).containsExactly("1", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void versionWhoseAnswerWasLostIsNotMadeAgain(int request) {
        filing.file(applications.application("bau", "Plan"));
        Message corrected = applications.message("bau", "corrected", null, applications.files("Plan, berichtigt"));
        door.hangUpAt(door.requests() + request);

        assertFails(() -> versioning().perform(corrected), FailureKind.TRANSIENT, "enaio-unreachable");
        versioning().perform(corrected);

        assertThat(enaio.documents()).extracting(DmsObject::version).containsExactly(2, 2);
    }

    @Test
    void documentOfTheCityIsFoundByItsOwnFieldWhateverLettersTheValueHas() {
        String number = "4711' OR Titel=@p1 -- ü";
        ofTheCity(number);
        ofTheCity("4712");
        Message message = applications.referring("bau", number);

        versioning("Dokumentnummer", Wanted.Value.REFERENZ).perform(message);
        versioning("Dokumentnummer", Wanted.Value.REFERENZ).perform(message);

        assertThat(enaio.documents()).extracting(DmsObject::version).containsExactly(2, 1);
        assertThat(door.passed()).filteredOn(p -> p.path().endsWith("/search")).allSatisfy(p -> assertThat(p.body())
                .containsPattern("\"statement\":\"SELECT [\\w:, ]+ FROM \\w+ WHERE \\w+=@p1\""));
    }

    @Test
    void documentThatIsNotThereNeedsAPerson() {
        assertFails(
                () -> versioning().perform(applications.application("bau")),
                FailureKind.PERMANENT,
                "enaio-no-document");
    }

    @Test
    void severalDocumentsNeedAPerson() {
        ofTheCity("4711");
        ofTheCity("4711");

        assertFails(
                () -> versioning("Dokumentnummer", Wanted.Value.REFERENZ)
                        .perform(applications.referring("bau", "4711")),
                FailureKind.PERMANENT,
                "enaio-several-documents");
    }

    @Test
    void messageWithoutTheSoughtValueNeedsAPerson() {
        assertFails(
                () -> versioning("Dokumentnummer", Wanted.Value.AKTENZEICHEN).perform(applications.application("bau")),
                FailureKind.PERMANENT,
                "enaio-nothing-to-search-for");
    }

    @ParameterizedTest
    @CsvSource({"423, TRANSIENT, enaio-locked", "503, TRANSIENT, enaio-unavailable", "403, PERMANENT, enaio-access"})
    void statusDecidesTheKindOfFailure(int status, FailureKind kind, String code) {
        filing.file(applications.application("bau"));
        enaio.server().fault(new Fault.Error(status));

        assertFails(() -> versioning().perform(applications.message("bau", "corrected", null, List.of())), kind, code);
    }

    private void ofTheCity(String number) {
        String parent = client().create(Map.of("system:objectTypeId", "Vorgang"));
        Map<String, String> fields =
                Map.of("system:objectTypeId", "Schriftstueck", "system:parentId", parent, "Dokumentnummer", number);
        client().create(
                        fields,
                        new Parts(vault)
                                .of(applications.application("alt"))
                                .get(0)
                                .content());
    }

    private Versioning versioning() {
        return versioning("StadtbusVorgang", Wanted.Value.VORGANG);
    }

    private Versioning versioning(String field, Wanted.Value value) {
        return new Versioning(new Documents(client(), "Schriftstueck"), new Parts(vault), new Wanted(field, value));
    }
}
