package org.stadtbus.vault;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** Writes to a file; once closed, everything written is on disk. */
final class SyncedOutput extends FilterOutputStream {
    private final FileChannel channel;

    SyncedOutput(FileChannel channel) {
        super(Channels.newOutputStream(channel));
        this.channel = channel;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.force(true);
        }
        super.close();
    }
}
