package org.stadtbus.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * A folder or ZIP with a standard's files, as its publisher gives it out. Nothing in it may lead out of the target folder, and it may
 * not be larger unpacked than {@value #MAX_BYTES} bytes in {@value #MAX_FILES} files.
 */
final class Archive {
    private static final long MAX_BYTES = 1L << 30;
    private static final int MAX_FILES = 20_000;
    private static final int PIECE = 64 * 1024;
    /** What Windows wrote names in before UTF-8. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final Path source;
    private final int maxFiles;
    private final long maxBytes;
    private long bytes;
    private int files;

    Archive(Path source) {
        this(source, MAX_FILES, MAX_BYTES);
    }

    Archive(Path source, int maxFiles, long maxBytes) {
        this.source = source;
        this.maxFiles = maxFiles;
        this.maxBytes = maxBytes;
    }

    /**
     * Puts its files below a folder.
     *
     * @throws HubException rejected ({@code archive-refused}) when it is none, is damaged, too large or wants to leave the folder
     */
    void unpack(Path target) {
        try {
            if (Files.isDirectory(source)) {
                copy(target);
            } else {
                unzip(target);
            }
        } catch (ZipException e) {
            throw refused("ist kein lesbares ZIP-Archiv", e);
        } catch (IOException e) {
            throw refused("ließ sich nicht lesen oder nicht ablegen", e);
        }
    }

    private void copy(Path target) throws IOException {
        for (Path file : OfficialFiles.below(source)) {
            try (InputStream in = Files.newInputStream(file)) {
                write(in, inside(target, source.relativize(file).toString()));
            }
        }
    }

    private void unzip(Path target) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw refused("gibt es nicht", null);
        }
        try (ZipFile zip = open()) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        write(in, inside(target, entry.getName().replace('\\', '/')));
                    }
                }
            }
        }
    }

    private ZipFile open() throws IOException {
        try {
            return new ZipFile(source.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(source.toFile(), OLD_NAMES);
        }
    }

    private Path inside(Path target, String name) {
        try {
            Path file = target.resolve(name).normalize();
            if (file.startsWith(target) && !file.equals(target)) {
                return file;
            }
            throw refused("enthält eine Datei, die aus dem Zielordner hinausführt", null);
        } catch (InvalidPathException e) {
            throw refused("enthält einen unbrauchbaren Dateinamen", e);
        }
    }

    private void write(InputStream in, Path file) throws IOException {
        if (++files > maxFiles) {
            throw refused("hat mehr als %d Dateien".formatted(maxFiles), null);
        }
        Files.createDirectories(file.resolveSibling("."));
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw refused("ist ausgepackt größer als %d MB".formatted(maxBytes >> 20), null);
                }
                out.write(piece, 0, read);
            }
        }
    }

    private HubException refused(String what, @Nullable Exception cause) {
        String sentence = "»%s« %s.".formatted(source.getFileName(), what);
        return cause == null
                ? HubException.rejected("archive-refused", sentence)
                : new HubException(FailureKind.REJECTED, "archive-refused", sentence, cause);
    }
}
