package org.stadtbus.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** A table says what it holds in the layout agreed, or is refused; nothing is cut or replaced. */
class TableTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String CSV = "form: csv\ncharset: windows-1252\nlineEnd: crlf\nheader: true\n"
            + "columns: [{name: name, width: 10}, {name: betrag}]\n";
    private static final String FIXED = "form: fixed\ncharset: ISO-8859-15\nlineEnd: lf\n"
            + "columns: [{name: name, width: 6}, {name: betrag, width: 5, right: true, fill: '0'}]\n";
    private static final String COPY =
            """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="text"/>
              <xsl:param name="input"/>
              <xsl:template name="xsl:initial-template"><xsl:value-of select="$input"/></xsl:template>
            </xsl:stylesheet>
            """;

    @TempDir
    Path dir;

    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectories(dir.resolve("a-to-b"));
        Files.writeString(folder.resolve("mapping.xsl"), COPY);
    }

    @Test
    void rowsBecomeSeparatedValues() throws IOException {
        assertThat(made(CSV, "[{'name':'Mü; \\'M\\'','betrag':12}]"))
                .isEqualTo("name;betrag\r\n\"Mü; \"\"M\"\"\";12\r\n".getBytes(WINDOWS));
    }

    @Test
    void rowsBecomeFieldsOfFixedWidth() throws IOException {
        assertThat(made(FIXED, "[{'name':'Weiß','betrag':12},{'name':'Zoë'}]"))
                .isEqualTo("Weiß  00012\nZoë   00000\n".getBytes(Charset.forName("ISO-8859-15")));
    }

    @Test
    void aLetterTheSetLacksIsNamedWithItsPlace() {
        assertThat(refusal(() -> made(CSV, "[{'name':'Dvořák'}]")))
                .startsWith("Der Buchstabe »ř« (U+0159) in Zeile 2, Spalte 4 fehlt im Zeichensatz windows-1252");
    }

    @Test
    void aFieldTooLongIsNeverCut() {
        assertThat(refusal(() -> made(FIXED, "[{'name':'Schulz'},{'name':'Schmidt'}]")))
                .isEqualTo(
                        "Das Feld name in Zeile 2 hat 7 Zeichen, das Fachverfahren nimmt höchstens 6; bitte kürzer angeben.");
        assertThat(refusal(() -> made(CSV, "[{'name':'12345678901'}]"))).contains("hat 11 Zeichen");
        assertThat(refusal(() -> made(FIXED, "[{'name':'a\\nb'}]"))).contains("Zeilenumbruch");
    }

    @Test
    void aColumnNobodyAgreedOnIsTheMappingsFault() {
        assertThatThrownBy(() -> made(CSV, "[{'nmae':'x'}]"))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.PERMANENT));
    }

    @Test
    void separatedValuesBecomeRows() throws IOException {
        assertThat(read(CSV, "name;betrag\r\n\"Köln; \"\"K\"\"\";12\r\n".getBytes(WINDOWS)))
                .isEqualTo("[{'name':'Köln; \\'K\\'','betrag':'12'}]");
    }

    @Test
    void fieldsOfFixedWidthBecomeRows() throws IOException {
        assertThat(read(FIXED, "Weiß  00120\nZoë   00000\n".getBytes(Charset.forName("ISO-8859-15"))))
                .isEqualTo("[{'name':'Weiß','betrag':'120'},{'name':'Zoë','betrag':'0'}]");
    }

    @Test
    void bytesThatAreNoLettersOfTheSetAreRefusedWithTheirPlace() {
        String utf8 = CSV.replace("windows-1252", "UTF-8");
        String latin = CSV.replace("windows-1252", "ISO-8859-1");
        byte[] umlaut = "name;betrag\r\nKöln;12\r\n".getBytes(WINDOWS);
        byte[] quote = "name;betrag\r\n„K“;12\r\n".getBytes(WINDOWS);
        assertThat(refusal(() -> read(utf8, umlaut))).startsWith("Das Byte 0xF6 an Stelle 15 ");
        assertThat(refusal(() -> read(CSV, new byte[] {'a', (byte) 0x81}))).startsWith("Das Byte 0x81 an Stelle 2 ");
        assertThat(refusal(() -> read(latin, quote))).startsWith("Das Steuerzeichen U+0084 an Stelle 14 ");
        assertThat(refusal(() -> read(utf8, new byte[] {'a', (byte) 0xC3}))).startsWith("Das Byte 0xC3 an Stelle 2 ");
    }

    @Test
    void aTableOfAnotherShapeIsRefusedWithItsRow() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "betrag;name\r\n", "Die Zeile 1 der Tabelle hat andere Spaltennamen",
                        "", "Die Zeile 1 der Tabelle hat andere Spaltennamen",
                        "name;betrag\r\na;1;x\r\n", "Die Zeile 2 der Tabelle hat 3 statt 2 Felder",
                        "name;betrag\r\n\"a;1\r\n", "Die Zeile 2 der Tabelle hat falsch gesetzte")
                .entrySet()) {
            assertThat(refusal(() -> read(CSV, wrong.getKey().getBytes(WINDOWS))))
                    .startsWith(wrong.getValue());
        }
        assertThat(refusal(() -> read(FIXED, "Weiß  00120\nZoë  00000\n".getBytes(StandardCharsets.ISO_8859_1))))
                .startsWith("Die Zeile 2 der Tabelle hat 10 statt 11 Zeichen");
    }

    @Test
    void aLayoutThatCannotBeWorksNowhere() {
        assertThatThrownBy(() -> made(FIXED.replace(", width: 6", ""), "[]"))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("out.layout.yaml");
        assertThatThrownBy(() -> made(CSV.replace("windows-1252", "klingonisch"), "[]"))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("out.layout.yaml");
    }

    private static String refusal(ThrowingCallable call) {
        List<String> sentence = new java.util.ArrayList<>();
        assertThatThrownBy(call).isInstanceOfSatisfying(HubException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
            sentence.add(e.sentence());
        });
        return sentence.get(0);
    }

    /** Rows with {@code '} for {@code "}, but {@code \'} for a quotation mark in a value. */
    private byte[] made(String layout, String rows) throws IOException {
        Files.writeString(folder.resolve("out.layout.yaml"), layout);
        describe("json", "table");
        return apply(json(rows).getBytes(StandardCharsets.UTF_8));
    }

    private String read(String layout, byte[] table) throws IOException {
        Files.writeString(folder.resolve("in.layout.yaml"), layout);
        describe("table", "text");
        return new String(apply(table), StandardCharsets.UTF_8)
                .replace("\\\"", "\\'")
                .replace('"', '\'');
    }

    private static String json(String rows) {
        return rows.replace("\\'", "\\\"").replaceAll("(?<!\\\\)'", "\"");
    }

    private byte[] apply(byte[] input) {
        MappingContext context =
                new MappingContext("m", "p", "j", "99000000000000", "rest", Instant.EPOCH, null, null, List.of());
        return Mappings.load(dir, Authorities.NONE)
                .find("a-to-b")
                .apply(input, context)
                .bytes();
    }

    private void describe(String in, String out) throws IOException {
        Files.writeString(
                folder.resolve("mapping.yaml"),
                """
                title: Tabelle
                owner: Amt
                input: {format: %s}
                output: {format: %s, contentType: text/plain, messageType: tabelle, extension: txt}
                """
                        .formatted(in, out));
    }
}
