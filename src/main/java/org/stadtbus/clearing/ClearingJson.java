package org.stadtbus.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/** Clearing cases as the API takes them in and gives them out. */
final class ClearingJson {
    private static final int REASON = 500;
    private static final String WHY = "Begründung ohne personenbezogene Daten; sie bleibt im Journal";
    private static final String SEEN = "Stand des Klärfalls, den der Aufrufer gesehen hat";

    private ClearingJson() {}

    /** One case of a list. */
    @Schema(name = "ClearingCase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(
            String caseId,
            long version,
            CaseState state,
            String label,
            String unit,
            @Nullable String procedure,
            String service,
            String journeyId,
            String messageId,
            String messageType,
            FailureKind kind,
            String code,
            String sentence,
            String step,
            @Nullable String duplicateRisk,
            Instant openedAt,
            Instant changedAt) {
        static Case of(ClearingCase c, DuplicateRisk risk) {
            return new Case(
                    c.caseId(),
                    c.version(),
                    c.state(),
                    c.state().label(),
                    c.unit(),
                    c.procedure().orElse(null),
                    c.message().service(),
                    c.message().journeyId(),
                    c.message().messageId(),
                    c.message().messageType(),
                    c.failure().kind(),
                    c.failure().problemCode(),
                    c.failure().sentence(),
                    c.failure().step(),
                    risk.of(c).orElse(null),
                    c.openedAt(),
                    c.changedAt());
        }
    }

    /** A page of cases; {@code next} is the value of {@code before} for the next one and absent on the last. */
    @Schema(name = "ClearingPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Case> cases, @Nullable String next) {}

    /** One case with everything that happened to it. */
    @Schema(name = "ClearingCaseDetail")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            Case clearingCase,
            @Nullable PayloadRef payload,
            @Schema(description = "false: nach Ablauf der Aufbewahrung gelöscht, nur noch schließen ist möglich")
                    boolean payloadAvailable,
            @Nullable String originalSha256,
            List<String> editors,
            List<CaseEntry> history) {}

    /** What somebody wants done. */
    @Schema(name = "ClearingWish")
    record WishJson(
            @Schema(description = SEEN) @NotNull Long version,
            @Schema(description = WHY) @NotBlank @Size(max = REASON) String reason,
            @Schema(description = "true: der Aufrufer weiß, dass die Nachricht doppelt ankommen kann") @Nullable
                    Boolean confirmDuplicateRisk) {
        Wish wish() {
            return new Wish(version, reason, Boolean.TRUE.equals(confirmDuplicateRisk), false);
        }
    }

    /** Another way for the message. */
    @Schema(name = "ClearingRedirect")
    record RedirectJson(
            @Schema(description = SEEN) @NotNull Long version,
            @Schema(description = WHY) @NotBlank @Size(max = REASON) String reason,
            @Schema(description = "Kennung des angebundenen Fachverfahrens") @NotBlank String procedure,
            @Schema(description = "true: die Linie nennt den Empfänger nicht, der Aufrufer darf trotzdem") @Nullable
                    Boolean confirmUndeclaredRecipient) {
        Wish wish() {
            return new Wish(version, reason, true, Boolean.TRUE.equals(confirmUndeclaredRecipient));
        }
    }

    /** A payload that replaces the one in the case. */
    @Schema(name = "ClearingRepair")
    record RepairJson(
            @Schema(description = SEEN) @NotNull Long version,
            @Schema(description = WHY) @NotBlank @Size(max = REASON) String reason,
            @Schema(description = "die ganzen neuen Nutzdaten, Base64") @NotNull byte[] payload) {
        Wish wish() {
            return new Wish(version, reason, false, false);
        }
    }

    /** Which cases are meant; what is absent matches all. */
    @Schema(name = "ClearingFilter")
    record FilterJson(
            @Nullable Set<String> units,
            @Nullable String procedure,
            @Nullable String service,
            @Nullable String code,
            @Nullable FailureKind kind,
            @Nullable String journey,
            @Nullable Instant from,
            @Nullable Instant until) {
        CaseFilter filter() {
            return new CaseFilter(
                    units == null ? Set.of() : units, procedure, service, code, kind, Set.of(), journey, from, until);
        }
    }

    /** What a run over many cases would do. */
    @Schema(name = "ClearingPreview")
    record PreviewJson(
            long count,
            long awaitingRelease,
            List<Case> sample,
            @Schema(description = "wie viele der Stichprobe doppelt ankommen können") long sampleDuplicateRisk) {}

    /** One part of a run over many cases. */
    @Schema(name = "ClearingReplays")
    record RunJson(
            @NotNull FilterJson filter,
            @Schema(description = WHY) @NotBlank @Size(max = REASON) String reason,
            @Nullable Boolean confirmDuplicateRisk,
            @Schema(description = "startedAt der ersten Antwort; fehlt beim ersten Aufruf") @Nullable Instant startedAt,
            @Schema(description = "next der vorigen Antwort; fehlt beim ersten Aufruf") @Nullable String after,
            @Schema(description = "Klärfälle je Aufruf, voreingestellt 100") @Min(1) @Max(CaseQueries.MOST) @Nullable
                    Integer limit) {
        private static final int USUAL = 100;

        ReplayRun.Part part() {
            return new ReplayRun.Part(
                    reason, Boolean.TRUE.equals(confirmDuplicateRisk), startedAt, after, limit == null ? USUAL : limit);
        }
    }
}
