package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.sandbox.unterbringung.Packed;
import org.stadtbus.sandbox.unterbringung.Paper;
import org.stadtbus.sandbox.unterbringung.Placements;
import org.stadtbus.sandbox.unterbringung.ReceivedMail;
import org.stadtbus.testkit.RunningHub;

/** A clinic's De-Mail reaches the court over the beBPo, and the court's decision the clinic's De-Mail mailbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacementIT {
    private static final String COURT = "psychkg-unterbringung";
    private static final String DE_MAIL = "de-mail-gateway";
    private static final String TEXT = "Bitte um Entscheidung bis morgen 12 Uhr. Dr. Müßig";

    private final Random random = new Random(1);
    private RunningHub hub;
    private Placements placements;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) {
        placements = new Placements(folder.resolve("unterbringung"));
        hub = RunningHub.start(folder, placements.hubSettings(), "sandbox");
        outcomes = new Outcomes(hub);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
        placements.close();
    }

    private Paper paper(String name) {
        byte[] bytes = new byte[50_000];
        random.nextBytes(bytes);
        return new Paper(name, bytes);
    }

    private Journey journey(String deMailId) {
        until(() -> assertThat(outcomes.search(deMailId)).hasSize(1));
        return outcomes.search(deMailId).get(0);
    }

    private Packed atCourt(String journeyId) {
        until(() -> assertThat(about(journeyId)).hasSize(1));
        return about(journeyId).get(0);
    }

    private List<Packed> about(String journeyId) {
        return placements.court().received().stream()
                .filter(message -> message.text().contains(journeyId))
                .toList();
    }

    private ReceivedMail atClinic(String words) {
        until(() -> assertThat(with(words)).hasSize(1));
        return with(words).get(0);
    }

    private List<ReceivedMail> with(String words) {
        return placements.clinic().mails().stream()
                .filter(mail -> mail.subject().contains(words) || mail.text().contains(words))
                .toList();
    }

    private static Map<String, String> digests(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> Ids.sha256(file.getValue())));
    }

    private static Map<String, String> digests(List<Paper> papers) {
        return papers.stream().collect(Collectors.toMap(Paper::name, paper -> Ids.sha256(paper.bytes())));
    }

    /** Digests by file names that the journal has of what was delivered to this procedure. */
    private Map<String, String> journalled(String journeyId, String procedure) {
        return outcomes.events(journeyId, EventType.DELIVERED).stream()
                .filter(step -> procedure.equals(step.system()))
                .flatMap(step -> step.attachments().stream())
                .collect(Collectors.toMap(Attachment::filename, Attachment::sha256));
    }

    @Test
    void certificateReachesTheCourtAndItsDecisionTheClinicBitForBit() {
        List<Paper> papers = List.of(paper("Zeugnis_4711.pdf"), paper("Anhörung_4711.pdf"));
        Journey journey = journey(placements.clinic().send("Unterbringung, Zeugnis anbei", TEXT, papers, "high"));

        Packed question = atCourt(journey.journeyId());
        assertThat(digests(question.files())).containsAllEntriesOf(digests(papers));
        assertThat(new String(question.files().get("nachrichtentext.txt"), UTF_8))
                .contains(TEXT);
        assertThat(question.files()).containsKey("de-mail-kopfzeilen.txt");
        outcomes.state(journey.journeyId(), JourneyState.FORWARDED);
        until(() -> assertThat(journalled(journey.journeyId(), COURT)).isEqualTo(digests(question.files())));

        placements.court().work();
        Packed answer = placements.court().answerTo(question).orElseThrow();
        outcomes.state(journey.journeyId(), JourneyState.DECIDED);
        ReceivedMail decision = atClinic("Aktenzeichen " + fileNumber(journey.journeyId()));
        assertThat(decision.text()).contains("Das Gericht hat 2 Dateien übersandt.");
        assertThat(digests(decision.papers())).isEqualTo(digests(answer.files()));
        until(() -> assertThat(journalled(journey.journeyId(), DE_MAIL)).isEqualTo(digests(answer.files())));
        until(() -> assertThat(outcomes.events(journey.journeyId(), EventType.ANSWERED))
                .extracting(Step::sentence)
                .anyMatch(sentence -> sentence.startsWith("Versandbestätigung")));
        assertThat(outcomes.events(journey.journeyId(), EventType.STATE))
                .extracting(Step::sentence)
                .last()
                .asString()
                .startsWith("Eingangsbestätigung");
    }

    @Test
    void deMailOfSomebodyNotSurelySignedInIsRefusedAndTheClinicReadsWhy() {
        String id = placements.clinic().send("Zeugnis", TEXT, List.of(paper("Zeugnis_1.pdf")), "normal");
        refused(id, "nicht sicher genug angemeldet (verlangt ist mindestens hoch)");
    }

    @Test
    void fileThatCourtsDoNotTakeIsRefusedAndTheClinicReadsWhich() {
        List<Paper> papers = List.of(paper("Zeugnis_2.pdf"), paper("Befund vom 1. März.pdf"));
        String id = placements.clinic().send("Zeugnis", TEXT, papers, "high");
        refused(id, "Der Dateiname der 2. Anlage ist im elektronischen Rechtsverkehr nicht erlaubt");
    }

    @Test
    void deMailOfSomebodyElseIsRefusedAndItsFilesGoToNobody() {
        String id = placements
                .clinic()
                .send("praxis@praxis.de-mail.example", "Zeugnis", TEXT, List.of(paper("Zeugnis_3.pdf")), "high");
        refused(id, "Die Absenderadresse ist nicht die De-Mail-Adresse der Klinik");
    }

    /** The journal has it as refused, the clinic reads why and gets no file, the court gets nothing. */
    private void refused(String deMailId, String words) {
        Journey journey = journey(deMailId);
        outcomes.state(journey.journeyId(), JourneyState.REJECTED);
        assertThat(outcomes.search(deMailId).get(0).stateSentence()).contains(words);
        ReceivedMail refusal = atClinic(words);
        assertThat(refusal.subject()).isEqualTo("Ihre De-Mail wurde zurückgewiesen");
        assertThat(refusal.papers()).isEmpty();
        until(() -> assertThat(outcomes.events(journey.journeyId(), EventType.DELIVERED))
                .extracting(Step::system)
                .containsExactly(DE_MAIL));
        assertThat(outcomes.events(journey.journeyId(), EventType.HANDED_OVER)).isEmpty();
        assertThat(about(journey.journeyId())).isEmpty();
    }

    private String fileNumber(String journeyId) {
        return String.valueOf(hub.journal().journey(journeyId).orElseThrow().businessKey());
    }
}
