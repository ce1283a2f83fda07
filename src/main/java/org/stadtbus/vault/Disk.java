package org.stadtbus.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that are there after a power cut, and readable by the hub's user alone where the file system knows users. */
final class Disk {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Disk() {}

    static void createFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            createFolder(folder.getParent());
            Files.createDirectories(folder, permissions("rwx------"));
            sync(folder.getParent());
        }
    }

    static FileChannel createFile(Path file) throws IOException {
        return FileChannel.open(
                file,
                java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions("rw-------"));
    }

    static void writePrivate(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        write(temporary, text);
        move(temporary, file);
    }

    /**
     * Writes a file that must not be there yet, whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException when somebody was faster
     */
    static void writeNew(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        write(temporary, text);
        try {
            Files.createLink(file, temporary);
        } finally {
            Files.delete(temporary);
        }
        sync(file.toAbsolutePath().getParent());
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel out = createFile(file)) {
            write(out, StandardCharsets.UTF_8.encode(text));
            out.force(true);
        }
    }

    static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** True when the operating system says, in English, that the disk or a quota is full. */
    static boolean saysFull(IOException e) {
        String said = String.valueOf(e.getMessage());
        return said.contains("No space left") || said.contains("uota exceeded");
    }

    /** Renames in one step; when this returns the new name survives a power cut. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(to.toAbsolutePath().getParent());
    }

    /** Makes the names in this folder durable; file systems without that notion (Windows) do it by themselves. */
    static void sync(@Nullable Path folder) throws IOException {
        if (POSIX && folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
