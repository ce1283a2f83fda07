package org.stadtbus.sandbox.unterbringung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.applicant.PlanPdf;
import org.stadtbus.sandbox.egvp.EgvpOffice;

/**
 * The guardianship court behind EGVP: it reads each message once, whatever number of times it was sent, and answers with a decision and
 * an instruction on appeals. It keeps a copy of each answer.
 */
public final class GuardianshipCourt {
    private static final int KILOBYTES = 100;

    private final EgvpOffice office;
    private final Path copies;

    /** @param folder where it keeps copies of its answers */
    public GuardianshipCourt(EgvpOffice office, Path folder) {
        this.office = office;
        this.copies = folder;
    }

    /** Messages that reached it, in order. */
    public List<Packed> received() {
        return office.sent().stream().map(office::packed).map(Packed::open).toList();
    }

    /** Its answer to a message; empty when it has not answered yet. */
    public Optional<Packed> answerTo(Packed message) {
        try {
            Path copy = copy(CourtQuestion.of(message));
            return Files.exists(copy) ? Optional.of(Packed.open(Files.readAllBytes(copy))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when every message was answered and every answer was fetched. */
    public boolean idle() {
        return received().stream().map(CourtQuestion::of).map(this::copy).allMatch(Files::exists)
                && office.box().isEmpty();
    }

    /** Answers what was not answered yet. */
    public void work() {
        for (Packed message : received()) {
            CourtQuestion question = CourtQuestion.of(message);
            if (!Files.exists(copy(question))) {
                String id = UUID.nameUUIDFromBytes(question.id().getBytes(StandardCharsets.UTF_8))
                        .toString();
                byte[] answer = answer(question, id).zip();
                office.put("osci-" + id, answer);
                Disk.write(copy(question), answer);
            }
        }
    }

    private Path copy(CourtQuestion question) {
        return copies.resolve(question.id() + ".zip");
    }

    private static Packed answer(CourtQuestion question, String id) {
        String fileNumber = fileNumber(id);
        Map<String, byte[]> papers = new LinkedHashMap<>();
        papers.put("Beschluss_" + id.substring(0, 8) + ".pdf", PlanPdf.of("Beschluss", fileNumber, KILOBYTES));
        papers.put(
                "Rechtsbehelfsbelehrung_" + id.substring(0, 8) + ".pdf",
                PlanPdf.of("Rechtsbehelfsbelehrung", fileNumber, 1));
        String xml = question.answer(id, fileNumber, List.copyOf(papers.keySet()));
        return new Packed(xml.getBytes(StandardCharsets.UTF_8), papers);
    }

    private static String fileNumber(String id) {
        return "6 XIV " + Integer.parseInt(id.substring(0, 4), 16) + "/26 L";
    }
}
