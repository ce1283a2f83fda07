package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.sandbox.aktenabgabe.GeneralRecords;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.xdomea.OwnHandover;
import org.stadtbus.sandbox.xdomea.RecordsOffice;
import org.stadtbus.standards.InstalledXdomea;
import org.stadtbus.standards.OfficialStandards;
import org.stadtbus.testkit.RunningHub;

/** A document marked in one eAkte arrives in another by xdomea 0201, and the 0202 comes back to it; the official schemas are installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileHandoverIT {
    private static final String TITLE = "Widerspruch Łukasz Müller-Çelik";

    private RunningHub hub;
    private GeneralRecords records;
    private RecordsOffice office;
    private Outcomes outcomes;
    private Takeovers takeovers;
    private TransferFolder inbound;

    @BeforeAll
    void start(@TempDir Path folder) {
        Path installed = InstalledXdomea.folder(OfficialStandards.require());
        records = new GeneralRecords(folder.resolve("asv"));
        office = new RecordsOffice(folder.resolve("rechtsamt"));
        Map<String, String> settings = new LinkedHashMap<>(records.hubSettings());
        settings.putAll(office.hubSettings());
        settings.put("stadtbus.standards.dir", installed.toString());
        hub = RunningHub.start(folder, settings, "sandbox");
        outcomes = new Outcomes(hub);
        takeovers = new Takeovers(hub, office);
        inbound = new TransferFolder(office, outcomes);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
        if (records != null) {
            records.close();
        }
    }

    private String handOver(String number, String title) {
        return records.handOver(number, title, "Widerspruch " + number + ".pdf", bytes(number));
    }

    private static byte[] bytes(String number) {
        return ("Inhalt von " + number).getBytes(UTF_8);
    }

    @Test
    void markedDocumentArrivesInTheOtherEakteAndItsReceiptIsANoteOnIt() throws Exception {
        Journey journey = outcomes.only(handOver("32-1", TITLE));

        inbound.worksUntilDecided(journey.journeyId());
        assertThat(office.files())
                .filteredOn(file -> file.endsWith("Widerspruch 32-1.pdf"))
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(bytes("32-1")));
        until(() -> assertThat(records.notes("32-1"))
                .singleElement()
                .asString()
                .contains("Rechtsamt", "Empfang bestätigt am"));
        until(() -> assertThat(records.mark("32-1")).isEqualTo("abgeholt"));
        until(() -> assertThat(outcomes.events(journey.journeyId(), EventType.DELIVERED))
                .extracting(Step::system)
                .containsExactly("widerspruchsverfahren", "eakte-asv"));
    }

    @Test
    void eakteThatIsDownWhenTheReceiptComesGetsItsNoteOnceItIsWell() throws Exception {
        Journey journey = outcomes.only(handOver("32-2", TITLE));
        until(() -> assertThat(records.mark("32-2")).isEqualTo("abgeholt"));

        records.dms().server().fault(new Fault.Error(503));
        inbound.worksUntilDecided(journey.journeyId());
        assertThat(records.notes("32-2")).isEmpty();

        records.dms().server().fault(new Fault.None());
        until(() -> assertThat(records.notes("32-2")).hasSize(1));
    }

    @Test
    void documentWithoutTitleIsRefusedWithANoteAndNothingIsHandedOver() {
        Journey journey = outcomes.only(handOver("32-3", ""));

        outcomes.state(journey.journeyId(), JourneyState.REJECTED);
        until(() -> assertThat(records.notes("32-3")).singleElement().asString().contains("hat keinen Titel"));
        assertThat(outcomes.events(journey.journeyId(), EventType.HANDED_OVER)).isEmpty();
        assertThat(office.files()).noneMatch(file -> file.endsWith("Widerspruch 32-3.pdf"));
    }

    @Test
    void receiptThatIsNotValidIsRefusedInTheTransferFolderAndJournalled() throws Exception {
        inbound.refusesReceipt(xml -> xml.replaceAll("(?s)<xdomea:Absender>.*</xdomea:Absender>", ""));
    }

    @Test
    void containerWhoseNamedFileIsMissingIsRefusedInTheTransferFolderAndJournalled() throws Exception {
        Journey journey = inbound.refusesReceipt(
                xml -> xml.replace("</xdomea:Kopf>", "</xdomea:Kopf><xdomea:Dateiname>fehlt.pdf</xdomea:Dateiname>"));
        assertThat(journey.stateSentence()).contains("nennt eine Datei, die nicht mitgeschickt wurde");
    }

    @Test
    void containerThatBreaksOffIsRefusedInTheTransferFolderAndJournalled() throws Exception {
        inbound.refusesHalfAReceipt();
    }

    @Test
    void matterOfTheOtherEakteIsFiledUnderItsNumberOnceAndItsReceiptNamesTheDocument() {
        OwnHandover matter = takeovers.matter("32-2026-00081", "Gutachten.pdf", "Vermerk.pdf");
        takeovers.cityHasCase("32-2026-00081");

        hub.city().enaio().server().fault(new Fault.HangUp());
        office.handOver(matter);
        takeovers.filingIsTriedAgain(matter);
        hub.city().enaio().server().fault(new Fault.None());

        takeovers.areFiledOnce(matter);
        assertThat(takeovers.answer(matter, "0202")).contains("Empfangene Dokumente: " + matter.documentId());
        assertThat(takeovers.answer(matter, "0202")).contains("<xdomea:ProzessID>" + matter.process());
    }

    @Test
    void matterWithoutItsFileIsRefusedAndTheOfficeReadsWhy() {
        OwnHandover matter = takeovers.matter("32-2026-00082", "Gutachten.pdf");
        takeovers.handOverWithoutFiles(matter);

        inbound.refuses(matter.container());
        assertThat(takeovers.answer(matter, "0101")).contains("Geschäftsgang nicht übernommen", "Datei");
        assertThat(takeovers.cases("32-2026-00082")).isEmpty();
    }
}
