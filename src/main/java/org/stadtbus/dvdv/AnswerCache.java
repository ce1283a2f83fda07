package org.stadtbus.dvdv;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * Answers of the directory to one kind of question. One past its validity is never used; one that is valid is used on while the
 * directory is away. Safe for use by many threads: a question is asked once however many wait for its answer.
 */
final class AnswerCache<Q, V> {
    private final Cache<Q, Kept<V>> answers;
    private final Outage outage;
    private final DvdvProperties settings;
    private final Clock clock;

    private record Kept<V>(Found<V> answer, Instant refreshAt) {
        boolean isValid(Instant now) {
            return now.isBefore(answer.validUntil());
        }

        boolean isFresh(Instant now) {
            return isValid(now) && now.isBefore(refreshAt);
        }
    }

    AnswerCache(DvdvProperties settings, Outage outage, Clock clock) {
        this.answers = Caffeine.newBuilder()
                .maximumSize(settings.maxEntries())
                .executor(Runnable::run)
                .build();
        this.outage = outage;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The answer, remembered or new.
     *
     * @param directory asks; empty when the directory knows no valid entry
     * @return empty when the directory knows no valid entry
     * @throws HubException what {@code directory} throws, when no valid answer is remembered
     */
    Optional<V> answer(Q question, Function<Q, Optional<Found<V>>> directory) {
        Kept<V> kept = answers.getIfPresent(question);
        if (kept == null || !kept.isFresh(Instant.now(clock))) {
            kept = answers.asMap().compute(question, (same, known) -> renewed(same, known, directory));
        }
        return Optional.ofNullable(kept).map(known -> known.answer().value());
    }

    private @Nullable Kept<V> renewed(Q question, @Nullable Kept<V> known, Function<Q, Optional<Found<V>>> directory) {
        if (known != null && known.isFresh(Instant.now(clock))) {
            return known;
        }
        try {
            outage.check();
            return directory.apply(question).map(this::kept).orElse(null);
        } catch (HubException e) {
            outage.note(e);
            if (known != null && known.isValid(Instant.now(clock))) {
                return known;
            }
            throw e;
        }
    }

    private @Nullable Kept<V> kept(Found<V> found) {
        Instant now = Instant.now(clock);
        Kept<V> kept = new Kept<>(found.until(now.plus(settings.keep())), now.plus(settings.refreshAfter()));
        return kept.isValid(now) ? kept : null;
    }
}
