package org.stadtbus.connector.xta.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.provider.MessageIds.Mail;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.xta.box.MsgSelector;

/**
 * Which messages of a mailbox a request means: by id and by the time they came into the hub; without criteria all. Criteria by
 * {@code RelatesTo} fit none of a mailbox that holds no answers to XTA messages.
 */
record Selection(Set<String> ids, @Nullable Instant from, @Nullable Instant to, boolean related) {

    static Selection of(@Nullable MsgSelector selector) {
        if (selector == null) {
            return new Selection(Set.of(), null, null, false);
        }
        Set<String> ids = selector.messageIds.stream().map(MessageIds::text).collect(Collectors.toUnmodifiableSet());
        return new Selection(ids, selector.from, selector.to, !selector.relatesTo.isEmpty());
    }

    boolean namesMessages() {
        return !ids.isEmpty();
    }

    List<Mail> of(List<Envelope> box) {
        return box.stream()
                .filter(this::means)
                .map(mail -> new Mail(mail.messageId(), mail.replay()))
                .toList();
    }

    private boolean means(Envelope mail) {
        return !related
                && (ids.isEmpty() || ids.contains(MessageIds.of(mail)))
                && (from == null || !mail.createdAt().isBefore(from))
                && (to == null || mail.createdAt().isBefore(to));
    }
}
