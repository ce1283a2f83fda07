package org.stadtbus.pressure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Multipart requests under way: how many there are, of whom, and how much they announced. What they announced counts as written, so
 * that many at once do not fill the disk together.
 */
public final class Uploads {
    private final int most;
    private final int mostPerClient;
    private final DiskSpace disk;
    private final Duration retryAfter;
    private final Map<String, Integer> clients = new HashMap<>();
    private int all;
    private long announced;

    Uploads(int most, int mostPerClient, DiskSpace disk, Duration retryAfter) {
        this.most = most;
        this.mostPerClient = mostPerClient;
        this.disk = disk;
        this.retryAfter = retryAfter;
    }

    /** An upload that counts until it is closed. */
    public interface Upload extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Counts an upload in.
     *
     * @param client who sends it
     * @param bytes its announced size; negative when it is not
     * @throws Busy {@code too-many-uploads}, or {@code hub-full} when it would not fit beside the others
     */
    public synchronized Upload begin(String client, long bytes) {
        int own = clients.getOrDefault(client, 0);
        if (all >= most || own >= mostPerClient) {
            throw new Busy(
                    "too-many-uploads",
                    "Es sind zu viele Sendungen mit Anlagen zugleich unterwegs. Bitte später noch einmal senden.",
                    retryAfter);
        }
        long size = Math.max(0, bytes);
        if (!disk.hasRoomFor(announced + size)) {
            throw new Busy(
                    "hub-full",
                    "Für eine Sendung dieser Größe hat der Hub zurzeit keinen Platz. Bitte später noch einmal senden.",
                    retryAfter);
        }
        all++;
        announced += size;
        clients.put(client, own + 1);
        return () -> end(client, size);
    }

    private synchronized void end(String client, long size) {
        all--;
        announced -= size;
        clients.computeIfPresent(client, (id, own) -> own > 1 ? own - 1 : null);
    }
}
