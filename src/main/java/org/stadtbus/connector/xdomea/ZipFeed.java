package org.stadtbus.connector.xdomea;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that is made while it is read: no more than one block of it is in memory. The same entries and time give the same bytes.
 */
final class ZipFeed extends InputStream {
    private static final int BLOCK = 64 * 1024;

    private final ByteArrayOutputStream made = new ByteArrayOutputStream(BLOCK);
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private final Iterator<Entry> entries;
    private final LocalDateTime time;
    private final byte[] block = new byte[BLOCK];
    private InputStream source = InputStream.nullInputStream();
    private byte[] ready = new byte[0];
    private int taken;
    private boolean finished;

    /**
     * One file of the ZIP.
     *
     * @param bytes opens it; closed when it was read or the ZIP is
     */
    record Entry(String name, Supplier<InputStream> bytes) {}

    /** @param time of all entries */
    ZipFeed(List<Entry> entries, LocalDateTime time) {
        this.entries = entries.iterator();
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (taken == ready.length && !finished) {
            more();
        }
        if (taken == ready.length && length > 0) {
            return -1;
        }
        int n = Math.min(length, ready.length - taken);
        System.arraycopy(ready, taken, buffer, offset, n);
        taken += n;
        return n;
    }

    private void more() throws IOException {
        int n = source.read(block);
        if (n >= 0) {
            zip.write(block, 0, n);
        } else {
            next();
        }
        ready = made.toByteArray();
        taken = 0;
        made.reset();
    }

    private void next() throws IOException {
        source.close();
        if (entries.hasNext()) {
            Entry entry = entries.next();
            ZipEntry head = new ZipEntry(entry.name());
            head.setTimeLocal(time);
            zip.putNextEntry(head);
            source = entry.bytes().get();
        } else {
            zip.close();
            finished = true;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
        finished = true;
    }
}
