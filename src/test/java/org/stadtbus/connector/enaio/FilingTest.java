package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.enaio.DmsObject;
import org.stadtbus.sandbox.enaio.EnaioDms;
import org.stadtbus.testkit.Refuses;

/** The connector against the sandbox's eAkte. */
class FilingTest extends EakteTest {

    @Test
    void messageAndAttachmentsAreFiledInOneNewCaseWithTheirIndexData() {
        Message message = applications.application("bau", "Plan", "Ansicht");

        Receipt receipt = filing.file(message);

        DmsObject file = enaio.cases().get(0);
        assertThat(file.indexData())
                .containsEntry("StadtbusVorgang", Applications.journey("bau"))
                .containsEntry("Aktenzeichen", Applications.journey("bau").substring(0, 8))
                .containsEntry("Leistung", "99012018001000")
                .containsEntry("Titel", "Leistung 99012018001000")
                .containsEntry("Eingangsdatum", "2026-11-24");
        assertThat(enaio.documents())
                .extracting(DmsObject::caseId, DmsObject::fileName, DmsObject::sha256)
                .containsExactly(
                        tuple(file.id(), "baugenehmigung.antrag.0200.xml", Ids.sha256(message.payload())),
                        tuple(file.id(), "Lageplan Größe a1.pdf", sha256("Plan")),
                        tuple(file.id(), "Lageplan Größe a2.pdf", sha256("Ansicht")));
        assertThat(enaio.documents().get(1).indexData())
                .containsEntry("Nachrichtentyp", "baugenehmigung.antrag.0200")
                .containsEntry("StadtbusNachricht", message.envelope().messageId())
                .containsEntry("StadtbusTeil", "a1")
                .containsEntry("Dateiname", "Lageplan Größe a1.pdf")
                .containsEntry("Datum", "2026-11-24")
                .containsEntry("Groesse", "4")
                .containsEntry("Pruefsumme", sha256("Plan"));
        assertThat(receipt.text()).isEqualTo("eAkte, 3 Schriftstücke (Vorgang 1: 2, 3, 4)");
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.REPLAYED)
    void redeliveryFilesNothingTwiceAndBringsTheSameReceipt() {
        Message message = applications.application("bau", "Plan", "Ansicht");
        Receipt first = filing.file(message);

        assertThat(filing.file(message)).isEqualTo(first);

        assertFiledOnce(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whatWasFiledBeforeTheAnswerWasLostIsFound(int request) {
        Message message = applications.application("bau", "Plan", "Ansicht");
        door.hangUpAt(request);

        assertFails(() -> filing.file(message), FailureKind.TRANSIENT, "enaio-unreachable");
        filing.file(message);

        assertThat(door.requests()).isGreaterThan(request);
        assertFiledOnce(message);
    }

    @Test
    void allRequestsOfAnUntroubledDeliveryAreTriedAbove() {
        filing.file(applications.application("bau", "Plan", "Ansicht"));

        assertThat(door.requests()).isEqualTo(6);
    }

    @Test
    void twoJourneysHaveTwoCases() {
        filing.file(applications.application("bau", "Plan"));
        filing.file(applications.application("umbau", "Plan"));

        assertThat(enaio.cases()).hasSize(2);
        assertThat(enaio.documents()).extracting(DmsObject::caseId).containsExactly("1", "1", "4", "4");
    }

    @Test
    void attachmentThatAnEarlierMessageFiledIsNotFiledAgain() {
        Receipt first = filing.file(applications.application("bau", "Plan"));
        List<Attachment> same = List.of(applications.file("x9", "Plan"), applications.file("x10", "Bescheid"));

        Receipt second = filing.file(applications.message("bau", "answer", null, same));

        assertThat(enaio.documents()).hasSize(4);
        assertThat(second.documents()).contains(first.documents().get(1));
    }

    @Test
    void equalAttachmentsOfOneMessageAreBothFiled() {
        List<Attachment> twins = List.of(applications.file("a1", "Plan"), applications.file("a2", "Plan"));
        Message message = applications.message("bau", "application", null, twins);

        filing.file(message);
        filing.file(message);

        assertThat(enaio.documents()).hasSize(3);
    }

    @Test
    void fileNumberOfTheAnswerReplacesTheProvisionalOneOnly() {
        filing.file(applications.application("bau"));
        filing.file(applications.message("bau", "bescheid", "63-2026-0815", List.of()));
        filing.file(applications.message("bau", "stellungnahme", "37-11", List.of()));
        filing.file(applications.application("bau"));

        assertThat(enaio.cases()).hasSize(1);
        assertThat(enaio.cases().get(0).indexData()).containsEntry("Aktenzeichen", "63-2026-0815");
    }

    @Test
    void answerOfTheFileNumberMayBeLostToo() {
        filing.file(applications.application("bau"));
        Message answer = applications.message("bau", "bescheid", "63-2026-0815", List.of());
        door.hangUpAt(door.requests() + 2);

        assertFails(() -> filing.file(answer), FailureKind.TRANSIENT, "enaio-unreachable");
        filing.file(answer);

        assertThat(enaio.cases().get(0).indexData()).containsEntry("Aktenzeichen", "63-2026-0815");
        assertThat(enaio.documents()).hasSize(2);
    }

    @Test
    void moreDocumentsThanOnePageOfAnAnswerAreFiledOnce() {
        String[] many = IntStream.range(0, 60).mapToObj(i -> "Datei " + i).toArray(String[]::new);
        Message message = applications.application("bau", many);

        filing.file(message);
        filing.file(message);

        assertThat(enaio.documents()).hasSize(61);
    }

    @Test
    void emptyAttachmentIsFiled() {
        filing.file(applications.application("bau", ""));

        assertThat(enaio.documents().get(1).sha256()).isEqualTo(sha256(""));
    }

    @Test
    void redeliveryAfterTheEakteStartedAgainFilesNothingTwice() {
        Message message = applications.application("bau", "Plan", "Ansicht");
        filing.file(message);
        enaio.close();

        enaio = new EnaioDms(enaio.server().port(), home.resolve("enaio"), USER, PASSWORD);
        door.close();
        door = new Doorman(enaio.server().uri());
        filing = filing(PASSWORD, java.time.Duration.ofSeconds(60));
        filing.file(message);

        assertFiledOnce(message);
    }

    private void assertFiledOnce(Message message) {
        assertThat(enaio.cases()).hasSize(1);
        assertThat(enaio.documents())
                .extracting(d -> d.indexData().get("StadtbusTeil"), d -> d.indexData()
                        .get("StadtbusNachricht"))
                .containsExactly(
                        tuple("nachricht", message.envelope().messageId()),
                        tuple("a1", message.envelope().messageId()),
                        tuple("a2", message.envelope().messageId()));
    }

    private static String sha256(String text) {
        return Ids.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
