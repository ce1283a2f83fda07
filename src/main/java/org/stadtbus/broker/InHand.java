package org.stadtbus.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Which messages are in hand, in a file that outlives this process: who is in it at the next start was being handled when the
 * process died. The broker cannot tell, its delivery count grows only with an orderly roll-back.
 *
 * <p>The file is mapped into memory: a note costs no system call and survives the end of the process by whatever cause; it need
 * not survive a power cut, in which no message is at fault. A message that was in hand at a death is handled alone among its
 * like from then on, so that the next death names the one that causes it. Messages beyond {@value #ENTRIES} at a time go
 * unnoted.
 */
final class InHand {
    private static final int ENTRIES = 2048;
    private static final int SIZE = 64;
    private static final int LONGEST_ID = SIZE - 3;
    private static final byte FREE = 0;
    private static final byte HANDLED = 1;
    private static final byte SUSPECT = 2;

    private final MappedByteBuffer notes;
    private final Map<String, Integer> suspects = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Semaphore alone = new Semaphore(1);

    InHand(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                notes = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) ENTRIES * SIZE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int entry = 0; entry < ENTRIES; entry++) {
            read(entry);
        }
    }

    private void read(int entry) {
        int at = entry * SIZE;
        if (notes.get(at) == FREE) {
            free.add(entry);
            return;
        }
        if (notes.get(at) == HANDLED) {
            notes.put(at + 1, (byte) Math.min(Byte.MAX_VALUE, notes.get(at + 1) + 1));
            notes.put(at, SUSPECT);
        }
        byte[] id = new byte[Math.min(LONGEST_ID, Math.max(0, notes.get(at + 2)))];
        notes.get(at + 3, id);
        suspects.put(new String(id, StandardCharsets.UTF_8), entry);
    }

    /**
     * A message being handled; to be closed when its transaction has ended.
     *
     * @param deaths how many processes have died with it in hand
     */
    record Note(InHand notes, int entry, int deaths) implements AutoCloseable {
        @Override
        public void close() {
            notes.end(this);
        }
    }

    /** Notes that this message is in hand; waits while another one that was in hand at a death is. */
    Note begin(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        if (isSuspect(id)) {
            alone.acquireUninterruptibly();
        }
        synchronized (this) {
            Integer known = suspects.remove(id);
            int deaths = known == null ? 0 : notes.get(known * SIZE + 1);
            Integer entry = known == null ? free.poll() : known;
            if (entry == null || bytes.length > LONGEST_ID) {
                return new Note(this, -1, deaths);
            }
            int at = entry * SIZE;
            notes.put(at + 1, (byte) deaths);
            notes.put(at + 2, (byte) bytes.length);
            notes.put(at + 3, bytes);
            notes.put(at, HANDLED);
            return new Note(this, entry, deaths);
        }
    }

    private synchronized boolean isSuspect(String id) {
        return suspects.containsKey(id);
    }

    private synchronized void end(Note note) {
        if (note.entry() >= 0) {
            notes.put(note.entry() * SIZE, FREE);
            free.add(note.entry());
        }
        if (note.deaths() > 0) {
            alone.release();
        }
    }
}
