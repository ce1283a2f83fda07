package org.stadtbus.sandbox.aktenabgabe;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.sandbox.enaio.DmsObject;
import org.stadtbus.sandbox.enaio.EnaioDms;

/** The city's eAkte for general records (Allgemeine Schriftgutverwaltung), and the clerk who marks documents in it for the legal office. */
public final class GeneralRecords implements AutoCloseable {
    private static final String USER = "stadtbus-asv";
    private static final String PASSWORD = "sandbox";
    private static final String NUMBER = "Dokumentnummer";

    private final EnaioDms dms;

    /** @param folder where its objects lie; what lies there already is served again */
    public GeneralRecords(Path folder) {
        this.dms = new EnaioDms(0, folder, USER, PASSWORD);
    }

    /** Settings with which a hub reaches it. */
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("eakte-asv.url", dms.server().uri().toString());
        settings.put("eakte-asv.username", USER);
        settings.put("eakte-asv.password", PASSWORD);
        return settings;
    }

    /**
     * Files a document and marks it for the legal office, once for each number.
     *
     * @param title its title; empty as a clerk leaves it who is in a hurry
     * @return the reference of its journey
     */
    public String handOver(String number, String title, String fileName, byte[] pdf) {
        DmsObject document = find(number).orElseGet(() -> marked(number, title, fileName, pdf));
        return "enaio " + document.id();
    }

    private DmsObject marked(String number, String title, String fileName, byte[] pdf) {
        DmsObject caseFile = dms.clerk().open("Widersprüche");
        Map<String, String> fields = Map.of(NUMBER, number, "Titel", title, "Ausgang", "an Rechtsamt");
        return dms.clerk().file(caseFile, fields, fileName, pdf);
    }

    private Optional<DmsObject> find(String number) {
        return dms.documents().stream()
                .filter(document -> number.equals(document.indexData().get(NUMBER)))
                .findFirst();
    }

    /** What stands in the field by which the document was marked. */
    public String mark(String number) {
        return find(number).map(document -> document.indexData().get("Ausgang")).orElse("");
    }

    /** The notes on a document, oldest first. */
    public List<String> notes(String number) {
        return find(number).map(dms::notes).orElse(List.of());
    }

    /** The service, to switch its faults. */
    public EnaioDms dms() {
        return dms;
    }

    @Override
    public void close() {
        dms.close();
    }
}
