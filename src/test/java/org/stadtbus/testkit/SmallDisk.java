package org.stadtbus.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of its own, a few megabytes large, that a test fills and empties. */
public final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int PIECE = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it; the test is skipped where nobody may mount. */
    public static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        assumeTrue(mounted, "Hier darf niemand ein kleines Dateisystem einhängen (mount -t tmpfs); als root geht es.");
        return new SmallDisk(folder);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    public Path folder() {
        return folder;
    }

    /** Fills it until no more than this is free. */
    public void fill(int megabytesLeft) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (folder.toFile().getUsableSpace() > (long) megabytesLeft * MEGABYTE) {
                filler.write(piece);
            }
        } catch (IOException full) {
            if (megabytesLeft > 0) {
                throw full;
            }
        }
    }

    /** Gives the space back. */
    public void empty() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws InterruptedException {
        run("umount", "-l", folder.toString());
    }
}
