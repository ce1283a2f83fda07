package org.stadtbus.sandbox.xdomea;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.Documents;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What an authority offers (0501) or hands over (0503) in xdomea 3.0.0, as an archive reads and answers it. */
final class Disposal {
    private static final String PRODUCT = "Archivsystem";
    private static final String ARCHIVE = "A";
    private static final String DESTROY = "V";

    private final Document message;
    private final String digest;

    private Disposal(Document message, String digest) {
        this.message = message;
        this.digest = digest;
    }

    static Disposal read(byte[] xml) throws IOException {
        try {
            return new Disposal(Documents.read(xml), Ids.sha256(xml));
        } catch (IllegalArgumentException e) {
            throw new IOException("This is no XML", e);
        }
    }

    String process() {
        return Answer.first(message, "ProzessID").getTextContent().strip();
    }

    /** SHA-256 of it, by which two handovers of one process differ. */
    String digest() {
        return digest;
    }

    boolean wishes(String element) {
        NodeList found = message.getElementsByTagNameNS(Answer.XDOMEA, element);
        return found.getLength() > 0
                && Set.of("1", "true").contains(found.item(0).getTextContent().strip());
    }

    /**
     * A file or matter of it.
     *
     * @param id its UUID
     * @param proposal what the authority proposes, {@code A} or {@code V}; empty when it proposes nothing
     * @param files original name of each document by its name in the container
     */
    record Item(String id, String proposal, Map<String, String> files) {
        /** The archive follows the proposal, and wants nothing that nobody proposes. */
        String decision() {
            return proposal.equals(ARCHIVE) ? ARCHIVE : DESTROY;
        }
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        NodeList objects = message.getElementsByTagNameNS(Answer.XDOMEA, "Schriftgutobjekt");
        for (int i = 0; i < objects.getLength(); i++) {
            items.add(item((Element) objects.item(i)));
        }
        return items;
    }

    private static Item item(Element object) {
        Map<String, String> files = new LinkedHashMap<>();
        NodeList names = object.getElementsByTagNameNS(Answer.XDOMEA, "Dateiname");
        NodeList originals = object.getElementsByTagNameNS(Answer.XDOMEA, "DateinameOriginal");
        for (int i = 0; i < names.getLength(); i++) {
            files.put(names.item(i).getTextContent(), originals.item(i).getTextContent());
        }
        return new Item(text(object, "ID"), text(object, "Bewertungsvorschlag"), files);
    }

    private static String text(Element object, String name) {
        Node found = object.getElementsByTagNameNS(Answer.XDOMEA, name).item(0);
        return found == null ? "" : found.getTextContent().strip();
    }

    /** A receipt, 0504 or 0507. */
    String receipt(String name) {
        return new Answer(message, name, PRODUCT).written();
    }

    /** The decisions, 0502; their receipt is wished. */
    String decisions() {
        Answer answer = new Answer(message, "Aussonderung.Bewertungsverzeichnis.0502", PRODUCT);
        answer.child(answer.head(), "Empfangsbestaetigung").setTextContent("1");
        for (Item item : items()) {
            Element decided = answer.child(answer.root(), "BewertetesObjekt");
            answer.child(decided, "ID").setTextContent(item.id());
            answer.code(answer.child(decided, "Aussonderungsart"), "Aussonderungsart", "1.0", item.decision());
        }
        return answer.written();
    }

    /**
     * What was taken over, 0506.
     *
     * @param obstacle why the archive cannot take an item over; empty when it has
     */
    String imported(Function<Item, String> obstacle) {
        Answer answer = new Answer(message, "Aussonderung.AussonderungImportBestaetigen.0506", PRODUCT);
        for (Item item : items()) {
            String why = obstacle.apply(item);
            Element taken = answer.child(answer.root(), "AusgesondertesSGO");
            answer.child(taken, "IDSGO").setTextContent(item.id());
            answer.child(taken, "Erfolgreich").setTextContent(why.isEmpty() ? "1" : "0");
            if (!why.isEmpty()) {
                answer.child(taken, "Fehlermeldung").setTextContent(why);
            } else if (wishes("RueckmeldungArchivkennung")) {
                answer.child(taken, "Archivkennung").setTextContent("Best. 1 Nr. " + item.id());
            }
        }
        return answer.written();
    }
}
