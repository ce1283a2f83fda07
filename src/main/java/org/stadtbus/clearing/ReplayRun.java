package org.stadtbus.clearing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Sends the messages of many cases on their way again, each in its own transaction. A run that broke off is taken up by asking for
 * it again: what was sent is no longer open, and what failed again meanwhile was opened after the run began.
 */
@Component
class ReplayRun {
    private static final Set<CaseState> READY = EnumSet.of(CaseState.OPEN, CaseState.IN_WORK);
    private static final int SAMPLES = 10;

    private final CaseQueries cases;
    private final Desk desk;
    private final DuplicateRisk risk;
    private final Clock clock;

    ReplayRun(CaseQueries cases, Desk desk, DuplicateRisk risk, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.risk = risk;
        this.clock = clock;
    }

    /**
     * What a run would do.
     *
     * @param count cases that would be sent
     * @param awaitingRelease cases that match but wait for a second person
     * @param sample the first of them
     * @param sampleDuplicateRisk how many of the sample may arrive twice
     */
    record Preview(long count, long awaitingRelease, List<ClearingCase> sample, long sampleDuplicateRisk) {}

    /**
     * One part of a run.
     *
     * @param startedAt when the run began; cases opened later do not belong to it
     * @param after last case of the part before; absent for the first part
     * @param limit at most this many cases in this part
     */
    record Part(
            String reason,
            boolean confirmDuplicateRisk,
            @Nullable Instant startedAt,
            @Nullable String after,
            int limit) {}

    /** A case that was left as it is, and why. */
    record Skipped(String caseId, String code, String detail) {}

    /**
     * What came of one part.
     *
     * @param next {@code after} for the next part; absent when the run is through
     */
    record Result(Instant startedAt, int replayed, List<Skipped> skipped, @Nullable String next) {}

    Preview preview(Clerk clerk, CaseFilter filter) {
        CaseFilter seen = clerk.within(filter);
        List<ClearingCase> sample = cases.list(seen.in(READY), null, SAMPLES);
        return new Preview(
                cases.count(seen.in(READY)),
                cases.count(seen.in(Set.of(CaseState.AWAITING_RELEASE))),
                sample,
                sample.stream().filter(c -> risk.of(c).isPresent()).count());
    }

    /** @throws HubException transient when the broker does not answer; what was sent until then stays sent */
    Result run(Clerk clerk, CaseFilter filter, Part part) {
        Instant startedAt =
                part.startedAt() == null ? Instant.now(clock).truncatedTo(ChronoUnit.MICROS) : part.startedAt();
        CaseFilter meant = clerk.within(filter).in(READY).before(startedAt);
        List<ClearingCase> page = cases.list(meant, part.after(), part.limit());
        List<Skipped> skipped = new ArrayList<>();
        for (ClearingCase c : page) {
            try {
                desk.replay(
                        clerk, c.caseId(), new Wish(c.version(), part.reason(), part.confirmDuplicateRisk(), false));
            } catch (HubException e) {
                if (e.kind() == FailureKind.TRANSIENT) {
                    throw e;
                }
                skipped.add(new Skipped(c.caseId(), e.problemCode(), e.sentence()));
            }
        }
        String next =
                page.size() < part.limit() ? null : page.get(page.size() - 1).caseId();
        return new Result(startedAt, page.size() - skipped.size(), skipped, next);
    }
}
