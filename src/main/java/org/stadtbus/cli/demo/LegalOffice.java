package org.stadtbus.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.aktenabgabe.GeneralRecords;
import org.stadtbus.sandbox.xdomea.RecordsOffice;

/** A clerk marks documents in the city's eAkte for the legal office, whose own eAkte takes them by xdomea and confirms each. */
final class LegalOffice implements Participant {
    private static final Errand OBJECTION = new Errand("aktenabgabe-widerspruch", JourneyState.DECIDED, "bestätigt");
    private static final Errand UNTITLED = new Errand("aktenabgabe-ohne-titel", JourneyState.REJECTED, "keinen Titel");

    private final GeneralRecords records;
    private final RecordsOffice office;

    /** @param folder where the city's eAkte keeps everything */
    LegalOffice(Path folder, RecordsOffice office) {
        this.records = new GeneralRecords(folder);
        this.office = office;
    }

    @Override
    public Map<String, String> hubSettings() {
        return records.hubSettings();
    }

    @Override
    public List<Errand> errands() {
        return List.of(OBJECTION, UNTITLED);
    }

    @Override
    public String send(Errand errand) {
        String title = errand.equals(UNTITLED) ? "" : "Widerspruch Łukasz Müller-Çelik";
        return records.handOver(
                errand.name(), title, "Widerspruch.pdf", errand.name().getBytes(UTF_8));
    }

    @Override
    public void work() throws IOException {
        office.work();
    }

    @Override
    public boolean idle() {
        return office.idle() && !records.notes(OBJECTION.name()).isEmpty();
    }

    @Override
    public String found() {
        return "Das Rechtsamt hat in seiner eAkte " + office.files().size()
                + " Schriftstück aus der eAkte der Stadt; dort steht die Empfangsbestätigung als Notiz.";
    }

    @Override
    public void close() {
        records.close();
    }
}
