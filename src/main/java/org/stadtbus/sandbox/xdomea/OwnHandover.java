package org.stadtbus.sandbox.xdomea;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What the office hands over itself: one document with its files, as a message 0201 of xdomea 3.0.0.
 *
 * @param process its ProzessID, a UUID
 * @param fileNumber Kennzeichen of the document, under which the receiver is to file it
 * @param title Betreff of the document
 * @param files text of each file by its original name
 */
public record OwnHandover(String process, String fileNumber, String title, Map<String, String> files) {
    private static final String TYPE = "Geschaeftsgang.Geschaeftsgang.0201";

    /** Name of its container. */
    public String container() {
        return process + "_" + TYPE + ".zip";
    }

    /** What lies in its container: the message, then the files under the names it gives them. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(process + "_" + TYPE + ".xml", xml());
        files.forEach((name, text) -> entries.put(inContainer(name), text));
        return entries;
    }

    /** UUID of the document. */
    public String documentId() {
        return derived("dokument");
    }

    private String derived(String part) {
        return UUID.nameUUIDFromBytes((process + part).getBytes(UTF_8)).toString();
    }

    private String inContainer(String name) {
        return derived(name) + "_" + name;
    }

    private String xml() {
        String formats = files.keySet().stream().map(this::format).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <xdomea:%1$s xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0">
                  <xdomea:Kopf>
                    <xdomea:ProzessID>%2$s</xdomea:ProzessID>
                    <xdomea:Nachrichtentyp listURI="urn:xoev-de:xdomea:codeliste:nachrichtentyp" listVersionID="2.0"><code>0201</code></xdomea:Nachrichtentyp>
                    <xdomea:Erstellungszeitpunkt>%3$s</xdomea:Erstellungszeitpunkt>
                    <xdomea:Absender>%4$s</xdomea:Absender>
                    <xdomea:Empfaenger>%5$s</xdomea:Empfaenger>
                    <xdomea:EmpfangsbestaetigungAnInitiator>true</xdomea:EmpfangsbestaetigungAnInitiator>
                    <xdomea:EmpfangsbestaetigungAnVorgaenger>false</xdomea:EmpfangsbestaetigungAnVorgaenger>
                  </xdomea:Kopf>
                  <xdomea:Hauptobjekt><xdomea:Dokument>
                    <xdomea:Identifikation><xdomea:ID>%6$s</xdomea:ID></xdomea:Identifikation>
                    <xdomea:AllgemeineMetadaten>
                      <xdomea:Betreff>%7$s</xdomea:Betreff>
                      <xdomea:Kennzeichen>%8$s</xdomea:Kennzeichen>
                      <xdomea:Medium listURI="urn:xoev-de:xdomea:codeliste:medium" listVersionID="1.0"><code>001</code></xdomea:Medium>
                    </xdomea:AllgemeineMetadaten>
                    <xdomea:Version><xdomea:Nummer>1</xdomea:Nummer>%9$s</xdomea:Version>
                  </xdomea:Dokument></xdomea:Hauptobjekt>
                  <xdomea:ExternerGeschaeftsgang>
                    <xdomea:Identifikation><xdomea:ID>%10$s</xdomea:ID></xdomea:Identifikation>
                    <xdomea:Beteiligungsschritt>
                      <xdomea:Nummer>1</xdomea:Nummer>
                      <xdomea:Status listURI="urn:xoev-de:xdomea:codeliste:beteiligungsstatus" listVersionID="1.1"><code>002</code></xdomea:Status>
                      <xdomea:Verfuegung>
                        <xdomea:Ersteller>%4$s</xdomea:Ersteller>
                        <xdomea:Adressat>%5$s</xdomea:Adressat>
                        <xdomea:Erstellungsdatum>%11$s</xdomea:Erstellungsdatum>
                        <xdomea:Verfuegung>zur Kenntnis</xdomea:Verfuegung>
                      </xdomea:Verfuegung>
                    </xdomea:Beteiligungsschritt>
                  </xdomea:ExternerGeschaeftsgang>
                </xdomea:%1$s>
                """
                .formatted(
                        TYPE,
                        process,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        office("Rechtsamt"),
                        office("Schriftgutverwaltung"),
                        documentId(),
                        escaped(title),
                        escaped(fileNumber),
                        formats,
                        derived("geschaeftsgang"),
                        LocalDate.now(ZoneOffset.UTC));
    }

    private String format(String name) {
        return """
                <xdomea:Format>
                  <xdomea:Name listURI="urn:xoev-de:xdomea:codeliste:dateiformat" listVersionID="1.0"><code>018</code></xdomea:Name>
                  <xdomea:Version>unbekannt</xdomea:Version>
                  <xdomea:Primaerdokument>
                    <xdomea:Dateiname>%s</xdomea:Dateiname><xdomea:DateinameOriginal>%s</xdomea:DateinameOriginal>
                  </xdomea:Primaerdokument>
                </xdomea:Format>
                """
                .formatted(escaped(inContainer(name)), escaped(name));
    }

    private static String office(String name) {
        return "<xdomea:Institution><xdomea:Name>" + name + "</xdomea:Name></xdomea:Institution>";
    }

    private static String escaped(String text) {
        StringWriter escaped = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(escaped);
            xml.writeCharacters(text);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory can be written", e);
        }
        return escaped.toString();
    }
}
