package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stadtbus.sandbox.enaio.EnaioDms;

/**
 * What {@code connectors/enaio/sandbox} shows is what is sent and answered. Run with {@code -Dstadtbus.record=true} to write it anew.
 */
class RecordedConversationTest extends EakteTest {
    private static final Path RECORDED = Path.of("connectors/enaio/sandbox");
    private static final List<String> NAMES = List.of(
            "1-vorgang-suchen",
            "2-vorgang-anlegen",
            "3-schriftstuecke-suchen",
            "4-nachricht-ablegen",
            "5-anlage-ablegen",
            "6-vorgang-wiederfinden",
            "7-aktenzeichen-eintragen");
    private static final String RENEWED = "8-neue-version";
    private static final String NOTED = "9-notiz-anheften";

    @Test
    void recordedRequestsAndAnswersAreTrue() throws Exception {
        filing.file(applications.application("bau", "Der Lageplan."));
        filing.file(applications.message("bau", "bescheid", "63-2026-0815", List.of()));

        for (int i = 0; i < NAMES.size(); i++) {
            compare(RECORDED.resolve(NAMES.get(i) + ".http"), text(door.passed().get(i)));
        }
    }

    @Test
    void recordedVersionAndNoteAreTrue() throws Exception {
        filing.file(applications.application("bau"));
        Documents documents = new Documents(client(), "Schriftstueck");
        Wanted wanted = new Wanted("StadtbusVorgang", Wanted.Value.VORGANG);
        new Versioning(documents, new Parts(vault), wanted)
                .perform(applications.message("bau", "bescheid", null, List.of()));
        compare(RECORDED.resolve(RENEWED + ".http"), text(last()));

        new Noting(client(), new CaseFiles(client(), "Vorgang", "", Set.of())::of)
                .perform(applications.text("bau", "Geprüft."));
        compare(RECORDED.resolve(NOTED + ".http"), text(last()));
    }

    private Doorman.Passed last() {
        return door.passed().get(door.passed().size() - 1);
    }

    private static void compare(Path file, String text) throws IOException {
        if (Boolean.getBoolean("stadtbus.record")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static String text(Doorman.Passed passed) {
        String whole = passed.method() + " " + passed.path() + " HTTP/1.1\nAuthorization: Basic …\nContent-Type: "
                + passed.contentType() + "\n\n" + passed.body() + "\n\n### Antwort\nHTTP/1.1 " + passed.status()
                + "\nContent-Type: application/json\n\n" + passed.answer() + "\n";
        return whole.replace("\r\n", "\n").replaceAll("stadtbus-[0-9a-f-]{36}", "stadtbus-grenze");
    }

    /** The names show that the sandbox is the one the operator's guide describes. */
    @Test
    void guideNamesEveryFieldOfTheObjectTypes() throws IOException {
        filing.file(applications.application("bau", "Der Lageplan."));
        EnaioDms dms = enaio;

        assertThat(Files.readString(Path.of("connectors/enaio/README.md")))
                .contains(dms.cases().get(0).indexData().keySet())
                .contains(dms.documents().get(0).indexData().keySet());
    }
}
