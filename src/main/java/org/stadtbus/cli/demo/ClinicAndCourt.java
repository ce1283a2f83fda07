package org.stadtbus.cli.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.applicant.PlanPdf;
import org.stadtbus.sandbox.applicant.SentLog;
import org.stadtbus.sandbox.unterbringung.Paper;
import org.stadtbus.sandbox.unterbringung.Placements;

/** A clinic that writes De-Mail about placements (NPsychKG), and the court behind the city's beBPo that decides on them. */
final class ClinicAndCourt implements Participant {
    private static final String TEXT = "Anbei das ärztliche Zeugnis.";

    private final Map<Errand, String> levels = new LinkedHashMap<>();
    private final Placements placements;
    private final SentLog sent;

    /** @param sent where the clinic remembers what it sent */
    ClinicAndCourt(Placements placements, Path sent) {
        this.placements = placements;
        this.sent = new SentLog(sent.resolve("von-der-klinik.jsonl"));
        levels.put(new Errand("unterbringung-mit-zeugnis", JourneyState.DECIDED, ""), "high");
        levels.put(
                new Errand("unterbringung-unsicher-angemeldet", JourneyState.REJECTED, "nicht sicher genug"), "normal");
    }

    @Override
    public List<Errand> errands() {
        return List.copyOf(levels.keySet());
    }

    @Override
    public String send(Errand errand) {
        return sent.once(errand.name(), () -> write(errand));
    }

    private String write(Errand errand) {
        List<Paper> papers = List.of(new Paper("Zeugnis.pdf", PlanPdf.of("Zeugnis.pdf", errand.name(), 0)));
        return placements.clinic().send("Unterbringung", TEXT, papers, Objects.requireNonNull(levels.get(errand)));
    }

    @Override
    public void work() {
        placements.court().work();
    }

    @Override
    public boolean idle() {
        return placements.idle();
    }

    @Override
    public String found() {
        return "Die Klinik hat " + placements.clinic().mails().size() + " De-Mails von der Stadt, das Gericht hat "
                + placements.court().received().size() + " Nachricht über das beBPo bekommen.";
    }
}
