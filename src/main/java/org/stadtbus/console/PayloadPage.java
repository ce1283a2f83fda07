package org.stadtbus.console;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.journal.JournalWriter;
import org.stadtbus.vault.Vault;

/** Payloads and attachments for those who may see them; who looks is in the journal before the first byte leaves. */
@Controller
class PayloadPage {
    private static final String SYSTEM = "konsole";

    private final JournalQueries journal;
    private final JournalWriter writer;
    private final Vault vault;
    private final Clock clock;

    PayloadPage(JournalQueries journal, JournalWriter writer, Vault vault, Clock clock) {
        this.journal = journal;
        this.writer = writer;
        this.vault = vault;
        this.clock = clock;
    }

    /** A file and the message it belongs to. */
    private record Found(String messageId, String sha256, long size, String filename) {}

    @GetMapping("/vorgaenge/{id}/nutzdaten/{sha256}")
    ResponseEntity<Resource> payload(@PathVariable String id, @PathVariable String sha256, Principal who) {
        Found found = journal.steps(id).stream()
                .flatMap(step -> find(step, sha256).stream())
                .findFirst()
                .orElseThrow(UnknownJourney::new);
        if (!vault.holds(sha256)) {
            throw HubException.permanent("payload-gone", "Diese Nutzdaten liegen nicht (mehr) im Tresor.");
        }
        note(found, who.getName());
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(found.filename(), java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(found.size())
                .body(new InputStreamResource(vault.open(sha256)));
    }

    private static Optional<Found> find(Step step, String sha256) {
        PayloadRef payload = step.payload();
        if (payload != null && payload.sha256().equals(sha256)) {
            return Optional.of(new Found(step.messageId(), sha256, payload.size(), payload.filename()));
        }
        List<Attachment> attachments = step.attachments();
        return attachments.stream()
                .filter(a -> a.sha256().equals(sha256))
                .findFirst()
                .map(a -> new Found(step.messageId(), sha256, a.size(), a.filename()));
    }

    private void note(Found found, String account) {
        String sentence = "Konto »" + account + "« hat Nutzdaten geöffnet (Prüfsumme "
                + found.sha256().substring(0, 8) + ").";
        journal.message(found.messageId())
                .map(envelope -> new JournalEvent(
                        UUID.randomUUID().toString(),
                        EventType.VIEWED,
                        Instant.now(clock),
                        SYSTEM,
                        sentence,
                        null,
                        envelope,
                        null))
                .ifPresentOrElse(event -> writer.write(event, null), () -> {
                    throw new UnknownJourney();
                });
    }
}
