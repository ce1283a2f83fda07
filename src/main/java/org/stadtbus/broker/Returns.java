package org.stadtbus.broker;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Messages on their way from a consumer's hand back to their queue. For a moment they are in neither; who must see all of them looks
 * while none is on that way.
 */
final class Returns {
    private final ReadWriteLock way = new ReentrantReadWriteLock(true);

    /** Gives messages back; many may do so at the same time. */
    void giveBack(Runnable rollback) {
        way.readLock().lock();
        try {
            rollback.run();
        } finally {
            way.readLock().unlock();
        }
    }

    /** Looks; whoever wants to give something back waits so long. */
    void whileNoneReturns(Runnable look) {
        way.writeLock().lock();
        try {
            look.run();
        } finally {
            way.writeLock().unlock();
        }
    }
}
