package org.stadtbus.connector.bebpo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** The message goes on naming its files when their names change, and their old names come back. */
class XjustizFilesTest {
    private static final String MESSAGE = "<j:n xmlns:j='http://www.xjustiz.de'><j:d><j:dokumentklasse/>"
            + "<j:datei><j:dateiname>%s</j:dateiname></j:datei></j:d></j:n>";

    private static byte[] message(String file) {
        return MESSAGE.formatted(file).getBytes(UTF_8);
    }

    @Test
    void messageWhoseNamesAreValidStaysAsItIs() {
        byte[] message = message("a.pdf");
        assertThat(XjustizFiles.renamed(message, List.of("a.pdf"), List.of("a.pdf")))
                .isSameAs(message);
    }

    @Test
    void changedNameIsInTheMessageAndTheOriginalIsShown() {
        byte[] renamed = XjustizFiles.renamed(message("a b.pdf"), List.of("a b.pdf"), List.of("a_b.pdf"));
        assertThat(new String(renamed, UTF_8))
                .contains("<j:dokumentklasse/><j:anzeigename>a b.pdf</j:anzeigename><j:datei>")
                .contains("<j:dateiname>a_b.pdf</j:dateiname>");
        assertThat(XjustizFiles.originals(renamed)).isEqualTo(Map.of("a_b.pdf", "a b.pdf"));
    }

    @Test
    void nameThatIsShownAlreadyStays() {
        String shown =
                MESSAGE.replace("<j:dokumentklasse/>", "<j:dokumentklasse/><j:anzeigename>Antrag</j:anzeigename>");
        byte[] renamed = XjustizFiles.renamed(
                shown.formatted("a b.pdf").getBytes(UTF_8), List.of("a b.pdf"), List.of("a_b.pdf"));
        assertThat(new String(renamed, UTF_8)).contains(">Antrag<").contains(">a_b.pdf<");
        assertThat(XjustizFiles.originals(renamed)).isEmpty();
    }

    @Test
    void nameWithLettersXjustizDoesNotTakeIsNotShown() {
        byte[] renamed = XjustizFiles.renamed(message("😀.pdf"), List.of("😀.pdf"), List.of("_.pdf"));
        assertThat(new String(renamed, UTF_8)).contains(">_.pdf<").doesNotContain("anzeigename");
    }

    @Test
    void signatureFollowsTheFileItSigns() {
        String signed =
                "<n xmlns='http://www.xjustiz.de'><d><dokumentklasse/><datei><dateiname>a b.pdf</dateiname></datei>"
                        + "<datei><dateiname>a b.pdf.p7s</dateiname><dateiname.bezugsdatei>a b.pdf</dateiname.bezugsdatei></datei></d></n>";
        byte[] renamed = XjustizFiles.renamed(
                signed.getBytes(UTF_8), List.of("a b.pdf", "a b.pdf.p7s"), List.of("a_b.pdf", "a_b_pdf.p7s"));
        assertThat(new String(renamed, UTF_8))
                .contains("<dateiname>a_b_pdf.p7s</dateiname><dateiname.bezugsdatei>a_b.pdf</dateiname.bezugsdatei>");
    }

    @Test
    void messageThatIsNoXmlNeedsAPersonWhenNamesMustChange() {
        assertThatThrownBy(() -> XjustizFiles.renamed("kein XML".getBytes(UTF_8), List.of("a b"), List.of("a_b")))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.PERMANENT));
    }
}
