package org.stadtbus.sandbox.xdomea;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.stadtbus.sandbox.Disk;

/** An authority with which xdomea containers are exchanged through two folders: one it reads, one it writes. */
public final class Partner {
    private final Path reads;
    private final Path writes;

    /**
     * @param reads where it looks for containers
     * @param writes where it leaves its own
     */
    public Partner(Path reads, Path writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /** Names of the containers that wait for it; unfinished ones begin with a dot and are not looked at. */
    public List<String> waiting() {
        try (Stream<Path> files = Files.list(reads)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in a container that waits, by name of the entry. */
    public Map<String, byte[]> open(String container) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(reads.resolve(container)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a container aside that need not wait any longer. */
    public void aside(String container) {
        try {
            Path aside = Files.createDirectories(reads.resolve(".done"));
            Files.move(reads.resolve(container), aside.resolve(container), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves a container with these entries. */
    public void leave(String container, Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Disk.write(writes.resolve(container), bytes.toByteArray());
    }

    /** Leaves the first half of a container, as a partner does whose network breaks. */
    public void leaveHalf(String container, Map<String, String> entries) {
        leave(container, entries);
        try {
            byte[] whole = Files.readAllBytes(writes.resolve(container));
            Disk.write(writes.resolve(container), Arrays.copyOf(whole, whole.length / 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
