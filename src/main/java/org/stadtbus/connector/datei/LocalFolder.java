package org.stadtbus.connector.datei;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.digest.DigestUtils;
import org.stadtbus.connector.Folder;

/** Files of this machine or of a share mounted here. What was written and what was renamed is on disk when the method returns. */
final class LocalFolder implements Folder {

    @Override
    public OptionalLong size(String path) throws IOException {
        try {
            return OptionalLong.of(Files.size(Path.of(path)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<String> sha256(String path) throws IOException {
        try (InputStream bytes = Files.newInputStream(Path.of(path))) {
            return Optional.of(DigestUtils.sha256Hex(bytes));
        }
    }

    @Override
    public void write(String path, InputStream bytes) throws IOException {
        try (bytes;
                FileChannel file = FileChannel.open(
                        Path.of(path),
                        java.util.Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS));
                OutputStream out = Channels.newOutputStream(file)) {
            bytes.transferTo(out);
            file.force(true);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Path target = Path.of(to);
        Files.move(Path.of(from), target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() {
        // each file is opened and closed by itself
    }
}
