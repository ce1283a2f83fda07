package org.stadtbus.sandbox.unterbringung;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.util.StringHelper;
import org.stadtbus.sandbox.Documents;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * What the court needs to know of a message to answer it.
 *
 * @param id {@code eigeneNachrichtenID}
 * @param process {@code prozessID}, which all messages of the case repeat
 * @param sender name of who sent it
 * @param createdAt {@code erstellungszeitpunkt}
 */
record CourtQuestion(String id, String process, String sender, String createdAt) {

    /** @throws IllegalArgumentException when a file that the message names is not there, or one is there that it does not name */
    static CourtQuestion of(Packed message) {
        Document xml = Documents.read(message.xjustiz());
        NodeList names = xml.getElementsByTagNameNS("*", "dateiname");
        List<String> named = IntStream.range(0, names.getLength())
                .mapToObj(i -> names.item(i).getTextContent())
                .toList();
        if (!named.equals(List.copyOf(message.files().keySet()))) {
            throw new IllegalArgumentException("The message names other files than came with it");
        }
        return new CourtQuestion(
                text(xml, "eigeneNachrichtenID"),
                text(xml, "prozessID"),
                text(xml, "absender.sonstige"),
                text(xml, "erstellungszeitpunkt"));
    }

    private static String text(Document xml, String name) {
        NodeList found = xml.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    /**
     * XJustiz 3.5.1 nachricht.gds.uebermittlungSchriftgutobjekte.0005005.
     *
     * @param answerId id of the answer
     * @param fileNumber the court's Aktenzeichen
     * @param files names of the files that go along
     */
    String answer(String answerId, String fileNumber, List<String> files) {
        String documents = IntStream.range(0, files.size())
                .mapToObj(i -> document(files.get(i), i + 1))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <nachricht.gds.uebermittlungSchriftgutobjekte.0005005 xmlns="http://www.xjustiz.de">
                  <nachrichtenkopf xjustizVersion="3.5.1">
                    <aktenzeichen.absender>%s</aktenzeichen.absender>
                    <erstellungszeitpunkt>%s</erstellungszeitpunkt>
                    <auswahl_absender>
                      <absender.gericht listVersionID="3.5"><code xmlns="">Z9997</code></absender.gericht>
                    </auswahl_absender>
                    <auswahl_empfaenger><empfaenger.sonstige>%s</empfaenger.sonstige></auswahl_empfaenger>
                    <eigeneNachrichtenID>%s</eigeneNachrichtenID>
                    <fremdeNachrichtenID>%s</fremdeNachrichtenID>
                    <nachrichtenuebergreifenderProzess><prozessID>%s</prozessID></nachrichtenuebergreifenderProzess>
                    <herstellerinformation>
                      <nameDesProdukts>Sandbox</nameDesProdukts>
                      <herstellerDesProdukts>Stadtbus</herstellerDesProdukts>
                    </herstellerinformation>
                  </nachrichtenkopf>
                  <grunddaten/>
                  <schriftgutobjekte>%s</schriftgutobjekte>
                </nachricht.gds.uebermittlungSchriftgutobjekte.0005005>
                """
                .formatted(fileNumber, createdAt, xml(sender), answerId, xml(id), xml(process), documents);
    }

    private static String document(String file, int number) {
        return """

                    <dokument>
                      <identifikation>
                        <id>%s</id>
                        <nummerImUebergeordnetenContainer>%d</nummerImUebergeordnetenContainer>
                      </identifikation>
                      <xjustiz.fachspezifischeDaten>
                        <dokumentklasse listVersionID="1.3"><code xmlns="">14</code></dokumentklasse>
                        <anzeigename>%s</anzeigename>
                        <datei>
                          <dateiname>%s</dateiname>
                          <bestandteil><code xmlns="">001</code></bestandteil>
                        </datei>
                      </xjustiz.fachspezifischeDaten>
                    </dokument>
                """
                .formatted(
                        UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8)),
                        number,
                        file.replaceFirst("_.*", ""),
                        file);
    }

    private static String xml(String text) {
        return StringHelper.xmlEncode(text);
    }
}
