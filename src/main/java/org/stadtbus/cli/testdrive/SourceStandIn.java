package org.stadtbus.cli.testdrive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Incoming;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.sandbox.applicant.PlanPdf;
import org.stadtbus.vault.Vault;

/** Hands a drive's message in where a procedure's source does, with stand-ins for its files. */
record SourceStandIn(AnswerIntake intake, Vault vault, JournalQueries journal) {

    /**
     * Hands it in and waits until a journey has begun with it.
     *
     * @return the journey's id
     * @throws IOException when no journey begins
     */
    String handIn(TestDrive drive, String procedure) throws IOException, InterruptedException {
        List<Attachment> files = new ArrayList<>();
        for (TestDrive.SampleFile file : drive.sampleFiles()) {
            Vault.Stored kept = vault.store(procedure, PlanPdf.of(file.filename(), drive.name(), 0));
            String id = String.valueOf(files.size() + 1);
            files.add(new Attachment(id, file.filename(), file.contentType(), "", kept.size(), kept.sha256()));
        }
        String name = String.valueOf(drive.message().getFileName());
        byte[] bytes = Files.readAllBytes(drive.message());
        String extension = name.substring(name.lastIndexOf('.') + 1);
        String message =
                intake.takeIn(new Incoming(procedure, name, "", "application/" + extension, extension, bytes, files));
        return journey(message);
    }

    private String journey(String message) throws IOException, InterruptedException {
        return Patience.lookUntil(Optional::isPresent, () -> journal.message(message))
                .map(Envelope::journeyId)
                .orElseThrow(() -> new IOException("Mit der Nachricht begann kein Vorgang."));
    }
}
