package org.stadtbus.sandbox.bauamt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.stadtbus.sandbox.http.Fault;

/**
 * The server's files, as the fault of the hour leaves them. {@link Fault.HangUp} takes turns: it cuts the session after the
 * first bytes of an upload, and the next one after the rename but before its answer.
 */
final class FaultyFiles implements SftpFileSystemAccessor {
    private final AtomicBoolean cutUpload = new AtomicBoolean(true);
    private volatile Fault fault = new Fault.None();

    void fault(Fault next) {
        cutUpload.set(true);
        fault = next;
    }

    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem, DirectoryHandle handle, Path dir, String name, LinkOption... options)
            throws IOException {
        suffer();
        return SftpFileSystemAccessor.super.openDirectory(subsystem, handle, dir, name, options);
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        suffer();
        SeekableByteChannel channel =
                SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
        boolean cut = fault instanceof Fault.HangUp
                && options.contains(StandardOpenOption.WRITE)
                && cutUpload.getAndSet(false);
        return cut ? new CutChannel(channel, () -> hangUp(subsystem)) : channel;
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        suffer();
        SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
        if (fault instanceof Fault.HangUp) {
            cutUpload.set(true);
            hangUp(subsystem);
            throw new IOException("The session was cut");
        }
    }

    private static void hangUp(SftpSubsystemProxy subsystem) {
        subsystem.getSession().close(true);
    }

    private void suffer() throws IOException {
        if (fault instanceof Fault.Error) {
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "Failure");
        }
        if (fault instanceof Fault.Slow slow) {
            try {
                Thread.sleep(slow.delay().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
        }
    }

    /** Takes the first bytes, then cuts. */
    private record CutChannel(SeekableByteChannel inner, Runnable cut) implements SeekableByteChannel {
        private static final int FIRST_BYTES = 16;

        @Override
        public int write(ByteBuffer source) throws IOException {
            ByteBuffer first = source.slice();
            first.limit(Math.min(FIRST_BYTES, first.limit()));
            inner.write(first);
            cut.run();
            throw new IOException("The session was cut");
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return inner.read(target);
        }

        @Override
        public long position() throws IOException {
            return inner.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            inner.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return inner.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            inner.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return inner.isOpen();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
