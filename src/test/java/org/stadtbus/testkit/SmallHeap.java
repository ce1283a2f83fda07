package org.stadtbus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main method in a process of its own whose heap is too small for what it must not keep in memory. */
public final class SmallHeap {
    private SmallHeap() {}

    /**
     * Runs it; fails with its output when it does not end well within three minutes.
     *
     * @param main its class
     * @param megabytes size of the heap
     * @param folder for its output
     * @param arguments of its main method
     */
    public static void run(Class<?> main, int megabytes, Path folder, String... arguments)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process small = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = small.waitFor(3, TimeUnit.MINUTES);
        String output = Files.readString(log);
        assertThat(ended).as(output).isTrue();
        assertThat(small.exitValue()).as(output).isZero();
    }
}
