package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.sandbox.gericht.Prosecutor;
import org.stadtbus.sandbox.owi.FinesOffice;
import org.stadtbus.testkit.RunningHub;

/** An objection against a fine goes by SFTP into the hub, by beBPo to the public prosecutor, and its acknowledgement all the way back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FineObjectionIT {
    private static final Path OBJECTION = Path.of("mappings/owi-einspruch-to-xjustiz/samples/geschwindigkeit.in.xml");
    private static final String NUMBER = "321.4711.26";

    private RunningHub hub;
    private FinesOffice fines;
    private Prosecutor prosecutor;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) {
        fines = new FinesOffice(folder.resolve("owi"), "geheim");
        prosecutor = new Prosecutor(folder.resolve("staatsanwaltschaft"));
        Map<String, String> settings = new LinkedHashMap<>(fines.hubSettings());
        settings.putAll(prosecutor.hubSettings());
        hub = RunningHub.start(folder, settings, "sandbox");
        outcomes = new Outcomes(hub);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
            prosecutor.close();
            fines.close();
        }
    }

    /** One objection: its file number, by which everything about it is found, and its documents, with names of their own. */
    private record Objection(String number, String xml, Map<String, byte[]> documents) {
        private static final List<String> NAMES =
                List.of("Einspruch_7c9e6679.pdf", "Bußgeldbescheid_16fd2706.pdf", "Zustellung_6fa459ea.pdf");

        static Objection fresh() throws IOException {
            String own = UUID.randomUUID().toString().substring(0, 8);
            String xml = Files.readString(OBJECTION).replace(NUMBER, "321." + own + ".26");
            Map<String, byte[]> documents = new LinkedHashMap<>();
            for (String name : NAMES) {
                String unique = name.replaceFirst("_.*\\.", "_" + own + ".");
                xml = xml.replace(name, unique);
                documents.put(unique, ("Inhalt von " + unique).getBytes(UTF_8));
            }
            return new Objection("321." + own + ".26", xml, documents);
        }

        Objection with(String text) {
            return new Objection(number, text, documents);
        }

        /** Without the fine itself, neither named nor handed in. */
        Objection withoutFine() {
            Map<String, byte[]> fewer = new LinkedHashMap<>(documents);
            fewer.keySet().removeIf(name -> name.startsWith("Bußgeldbescheid"));
            return new Objection(number, xml.replaceFirst("<datei art=\"bescheid\"[^>]*>", ""), fewer);
        }

        String file() {
            return number + ".xml";
        }
    }

    private void handIn(Objection objection) {
        fines.handIn(objection.file(), objection.xml(), objection.documents());
    }

    private Journey journey(Objection objection) {
        until(() -> assertThat(outcomes.search(objection.file())).hasSize(1));
        return outcomes.search(objection.file()).get(0);
    }

    private String feedback(Objection objection) {
        until(() -> assertThat(fines.feedback()).anyMatch(text -> text.contains(objection.number())));
        return fines.feedback().stream()
                .filter(text -> text.contains(objection.number()))
                .findFirst()
                .orElseThrow();
    }

    /** The fines office reads why, the journal knows it, and the public prosecutor got nothing. */
    private void refused(Objection objection, String words) {
        assertThat(feedback(objection)).contains(">zurueckgewiesen<", ">" + objection.file() + "<", words);
        Journey journey = journey(objection);
        outcomes.state(journey.journeyId(), JourneyState.REJECTED);
        assertThat(outcomes.events(journey.journeyId(), EventType.REJECTED))
                .extracting(Step::sentence)
                .anyMatch(sentence -> sentence.contains(words));
        assertThat(outcomes.events(journey.journeyId(), EventType.HANDED_OVER)).isEmpty();
        assertThat(prosecutor.about(objection.number())).isEmpty();
        until(() -> assertThat(fines.waiting()).noneMatch(name -> name.contains(objection.number())));
    }

    @Test
    void objectionReachesTheProsecutorWithItsDocumentsAndItsReceiptComesBack() throws Exception {
        Objection objection = Objection.fresh();
        handIn(objection);

        assertThat(feedback(objection)).contains(">empfangen<", "empfangenAm>", "Js egvp_");
        Journey journey = journey(objection);
        outcomes.state(journey.journeyId(), JourneyState.DECIDED);
        List<String> there = prosecutor.about(objection.number());
        assertThat(there).hasSize(1);
        Map<String, byte[]> files = prosecutor.files(there.get(0));
        objection.documents().forEach((name, bytes) -> assertThat(files.get("attachments/" + name))
                .as(name)
                .isEqualTo(bytes));
        until(() -> assertThat(outcomes.events(journey.journeyId(), EventType.DELIVERED))
                .extracting(Step::system)
                .contains("bebpo-postfach", "owi-verfahren"));
        assertThat(journey.service()).isEqualTo("99018034000000");
        assertThat(fines.waiting()).noneMatch(name -> name.contains(objection.number()));
    }

    @Test
    void objectionHandedInTwiceIsOneJourney() throws Exception {
        Objection objection = Objection.fresh();
        handIn(objection);
        feedback(objection);
        handIn(objection);
        until(() -> assertThat(fines.waiting()).isEmpty());
        assertThat(prosecutor.about(objection.number())).hasSize(1);
        assertThat(outcomes.events(journey(objection).journeyId(), EventType.RECEIVED))
                .hasSize(1);
    }

    @Test
    void objectionTheProsecutorCannotUseComesBackWithHisReason() throws Exception {
        Objection objection = Objection.fresh().withoutFine();
        handIn(objection);

        assertThat(feedback(objection)).contains(">nicht-empfangen<", "Der Bußgeldbescheid fehlt.");
        Journey journey = journey(objection);
        outcomes.state(journey.journeyId(), JourneyState.REJECTED);
        assertThat(hub.journal().journey(journey.journeyId()).orElseThrow().stateSentence())
                .contains("unklar oder unvollständig");
    }

    /** § 69 (5) OWiG: the public prosecutor may give the case back. */
    @Test
    void otherPostOfTheProsecutorReachesTheFinesOfficeWithItsFiles() throws Exception {
        Objection objection = Objection.fresh();
        handIn(objection);
        feedback(objection);
        Journey journey = journey(objection);
        outcomes.state(journey.journeyId(), JourneyState.DECIDED);

        String id = UUID.randomUUID().toString();
        Map<String, byte[]> files =
                prosecutor.files(prosecutor.about(objection.number()).get(0));
        String back = new String(files.get(Prosecutor.MESSAGE), UTF_8)
                .replaceFirst(
                        "eigeneNachrichtenID>([^<]*)</(.*)eigeneNachrichtenID>",
                        "eigeneNachrichtenID>" + id
                                + "</$2eigeneNachrichtenID><$2fremdeNachrichtenID>$1</$2fremdeNachrichtenID>");
        byte[] note = ("Verfügung " + id).getBytes(UTF_8);
        prosecutor.write(
                "brief-" + id, Map.of(Prosecutor.MESSAGE, back.getBytes(UTF_8), "attachments/Verfuegung.pdf", note));

        until(() -> assertThat(fines.feedback()).anyMatch(text -> text.contains(id)));
        assertThat(fines.enclosed()).anyMatch(bytes -> java.util.Arrays.equals(bytes, note));
        assertThat(hub.journal().journey(journey.journeyId()).orElseThrow().state())
                .isEqualTo(JourneyState.DECIDED);
    }

    @Test
    void objectionWithoutTheChargeIsRefused() throws Exception {
        Objection objection = Objection.fresh();
        Objection bad = objection.with(objection.xml().replaceFirst("<tatvorwurf>.*</tatvorwurf>", ""));
        handIn(bad);
        refused(bad, "Im Einspruch fehlt die Angabe tatvorwurf.");
    }

    @Test
    void objectionThatNamesADocumentNobodyEnclosedIsRefused() throws Exception {
        Objection objection = Objection.fresh();
        Map<String, byte[]> fewer = new LinkedHashMap<>(objection.documents());
        fewer.keySet().removeIf(name -> name.startsWith("Zustellung"));
        Objection bad = new Objection(objection.number(), objection.xml(), fewer);
        handIn(bad);
        refused(bad, "Die 3. Unterlage ist genannt, liegt aber nicht bei.");
    }

    @Test
    void objectionWhoseAnnouncedDocumentIsNotInTheFolderIsRefused() throws Exception {
        Objection bad = Objection.fresh();
        fines.announce(bad.file(), bad.xml(), bad.documents());
        refused(bad, "Die 1. Anlage, die neben der Nachricht genannt ist, liegt nicht im Ordner.");
    }

    @Test
    void whatIsNoXmlIsRefused() throws Exception {
        Objection bad = Objection.fresh().with("<einspruch");
        handIn(bad);
        refused(bad, "XML");
    }
}
