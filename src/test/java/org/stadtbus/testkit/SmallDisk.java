package org.stadtbus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few megabytes; it needs the right to mount, which root in a container mostly has. */
public final class SmallDisk implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it on this empty folder; where that is not permitted the test is skipped and says so. */
    public static SmallDisk mount(Path folder, int megabytes) {
        int exit = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "stadtbus-test", folder.toString());
        Assumptions.assumeTrue(exit == 0, "No right to mount a small file system here");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (run("umount", folder.toString()) != 0) {
            throw new IllegalStateException("Still mounted: " + folder);
        }
    }

    private static int run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Hangs: " + String.join(" ", command));
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
