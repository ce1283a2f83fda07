package org.stadtbus.connector.xta.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.provider.MessageIds.Mail;

/**
 * Requests that were not closed yet: what they have not brought, and what their caller said he has. In memory, for an hour: after a
 * restart a caller is told that his request is unknown and asks anew; nothing has left his mailbox.
 */
final class OpenRequests {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final long MOST = 10_000;

    private final Cache<String, Open> requests =
            Caffeine.newBuilder().expireAfterAccess(KEPT).maximumSize(MOST).build();

    /** One request of one procedure. */
    static final class Open {
        private final String id;
        private final String procedure;
        private final Deque<Mail> rest;
        private final List<Mail> received = new ArrayList<>();

        private Open(String id, String procedure, Collection<Mail> rest) {
            this.id = id;
            this.procedure = procedure;
            this.rest = new ArrayDeque<>(rest);
        }

        String id() {
            return id;
        }

        synchronized int pending() {
            return rest.size();
        }

        /** The next so many. */
        synchronized List<Mail> next(int most) {
            List<Mail> next = new ArrayList<>();
            while (next.size() < most && !rest.isEmpty()) {
                next.add(rest.remove());
            }
            return next;
        }

        synchronized void received(Collection<Mail> named) {
            received.addAll(named);
        }

        synchronized List<Mail> received() {
            return List.copyOf(received);
        }
    }

    Open open(String procedure, Collection<Mail> mails) {
        Open open = new Open("urn:uuid:" + UUID.randomUUID(), procedure, mails);
        requests.put(open.id(), open);
        return open;
    }

    /** The caller's own request with this id. */
    Optional<Open> find(String procedure, @Nullable String id) {
        return Optional.ofNullable(id == null ? null : requests.getIfPresent(id))
                .filter(open -> open.procedure.equals(procedure));
    }

    void end(Open open) {
        requests.invalidate(open.id());
    }
}
