package org.stadtbus.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.envelope.HubException;

/** Targets that are broken, each in its own way, as a connector meets them. */
final class BrokenTargets {
    private static final int HANG_SECONDS = 30;

    private final CountDownLatch over = new CountDownLatch(1);

    Map<Procedure, Target> all() {
        Map<Procedure, Target> targets = new LinkedHashMap<>();
        targets.put(Policy.ordered(4).of("down"), message -> {
            throw new ConnectException("refused");
        });
        targets.put(Policy.ordered(4).of("slow"), message -> {
            over.await(HANG_SECONDS, TimeUnit.SECONDS);
            return Receipt.of("spät");
        });
        targets.put(Policy.ordered(4).of("hangs-up"), message -> {
            throw new IOException("premature end");
        });
        targets.put(Policy.ordered(4).of("error-500"), message -> {
            throw Answers.refused(500, "");
        });
        targets.put(Policy.ordered(4).of("error-429"), message -> {
            throw Answers.refused(429, "5");
        });
        targets.put(Policy.ordered(4).of("broken-body"), message -> {
            throw HubException.temporary("enaio-answer-unreadable", "Unlesbar.", new IOException("{"));
        });
        return targets;
    }

    /** Lets go what hangs. */
    void release() {
        over.countDown();
    }
}
