package org.stadtbus.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The folder where files come into being; all a crash leaves behind lies here. */
final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final long NEARLY_NOTHING = 1024L * 1024;

    private final Path folder;

    Spool(Path folder) throws IOException {
        this.folder = folder;
        Disk.createFolder(folder);
    }

    Path folder() {
        return folder;
    }

    Path fresh() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    /** Forgets everything in it, also folders of ports that a crash left behind. Only for the hub that owns the folder, at its start. */
    void clear() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                FileSystemUtils.deleteRecursively(file);
                LOG.info("Unfertige Datei im Tresor entfernt: {}", file.getFileName());
            }
        }
    }

    /** Puts these bytes into the store under this name, by way of a file here. */
    void put(Blobs blobs, String name, byte[] bytes) throws IOException {
        Path file = fresh();
        try {
            try (FileChannel channel = Disk.createFile(file)) {
                Disk.write(channel, ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            blobs.put(name, file);
        } finally {
            forget(file);
        }
    }

    void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("Datei im Tresor bleibt bis zum nächsten Start liegen: {}", file.getFileName());
        }
    }

    /** True when the file system has next to nothing left, which the words of its errors do not say in every language. */
    boolean isFull() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEARLY_NOTHING;
        } catch (IOException unknown) {
            LOG.debug("Free space of the spool is unknown", unknown);
            return false;
        }
    }
}
