package org.stadtbus.clearing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stadtbus.clearing.ClearingJson.Case;
import org.stadtbus.clearing.ClearingJson.Detail;
import org.stadtbus.clearing.ClearingJson.Page;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalWriter;
import org.stadtbus.vault.Vault;

/** {@code GET /api/v1/clearing…}: which messages wait for a person, and why. */
@RestController
@Tag(name = "Klärfälle")
class ClearingApi {
    private final CaseQueries cases;
    private final CaseFile file;
    private final CaseEvents events;
    private final DuplicateRisk risk;
    private final JournalQueries journal;
    private final JournalWriter writer;
    private final Vault vault;

    ClearingApi(
            CaseQueries cases,
            CaseFile file,
            CaseEvents events,
            DuplicateRisk risk,
            JournalQueries journal,
            JournalWriter writer,
            Vault vault) {
        this.cases = cases;
        this.file = file;
        this.events = events;
        this.risk = risk;
        this.journal = journal;
        this.writer = writer;
        this.vault = vault;
    }

    @GetMapping("/api/v1/clearing")
    @Operation(summary = "Klärfälle, die zuletzt entstandenen zuerst")
    @ApiResponse(responseCode = "200", description = "Eine Seite; next führt zur nächsten")
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
    Page list(
            @RequestParam(required = false) @Nullable Set<String> unit,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable FailureKind kind,
            @RequestParam(required = false) @Nullable Set<String> state,
            @RequestParam(required = false) @Nullable String journey,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit,
            Principal who) {
        Set<CaseState> states =
                state == null ? Set.of() : state.stream().map(CaseState::of).collect(Collectors.toUnmodifiableSet());
        CaseFilter filter = new CaseFilter(
                unit == null ? Set.of() : unit, procedure, service, code, kind, states, journey, from, until);
        int size = Math.max(1, Math.min(limit, CaseQueries.MOST));
        List<Case> page = cases.list(Clerks.of(who).within(filter), before, size).stream()
                .map(c -> Case.of(c, risk))
                .toList();
        return new Page(
                page, page.size() < size ? null : page.get(page.size() - 1).caseId());
    }

    @GetMapping("/api/v1/clearing/{id}")
    @Operation(summary = "Ein Klärfall mit allem, was mit ihm geschah")
    @ApiResponse(responseCode = "200", description = "Der Klärfall")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem")
    Detail one(@PathVariable String id, Principal who) {
        ClearingCase c = file.seenBy(Clerks.of(who), id);
        return new Detail(
                Case.of(c, risk), c.payload(), file.holdsPayload(c), c.original(), c.editors(), cases.history(id));
    }

    @GetMapping("/api/v1/clearing/{id}/payload")
    @Operation(
            summary =
                    "Die Nutzdaten, wie sie jetzt sind; jeder Blick steht im Journal, ehe das erste Byte den Hub verlässt")
    @ApiResponse(
            responseCode = "200",
            description = "Die Nutzdaten",
            content = @Content(mediaType = "application/octet-stream", schema = @Schema(format = "binary")))
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Problem")
    ResponseEntity<byte[]> payload(@PathVariable String id, Principal who) throws IOException {
        Clerk clerk = Clerks.of(who);
        ClearingCase c = file.seenBy(clerk, id);
        PayloadRef payload = c.payload();
        if (payload == null || !file.holdsPayload(c)) {
            throw Refusals.gone();
        }
        var envelope = journal.message(c.message().messageId()).orElseThrow(Refusals::unknown);
        writer.write(events.viewed(c, envelope, clerk), null);
        String attachment = ContentDisposition.attachment()
                .filename(payload.filename(), StandardCharsets.UTF_8)
                .build()
                .toString();
        try (InputStream in = vault.open(payload.sha256())) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(in.readAllBytes());
        }
    }
}
