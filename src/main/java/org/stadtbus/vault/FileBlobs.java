package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Blobs as files below one folder, on the file system of the spool: a file gets its name by one rename, when it is on disk. */
final class FileBlobs implements Blobs {
    private final Path folder;

    FileBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String name, Path file) throws IOException {
        Path home = place(name);
        Disk.createFolder(home.getParent());
        Disk.move(file, home);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(place(name));
    }

    @Override
    public boolean keeps(String name) throws IOException {
        Path home = place(name);
        if (!Files.isRegularFile(home)) {
            return false;
        }
        // another thread may have renamed the file a moment ago and not be done yet
        Disk.sync(home.getParent());
        return true;
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        int slash = prefix.lastIndexOf('/') + 1;
        String parent = prefix.substring(0, slash);
        String start = prefix.substring(slash);
        try (Stream<Path> files = Files.list(folder.resolve(parent))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(start))
                    .map(name -> parent + name)
                    .toList();
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    @Override
    public void tidy(Instant before) {
        // a broken-off file lies in the spool, which the next start clears
    }

    private Path place(String name) {
        return folder.resolve(name);
    }
}
