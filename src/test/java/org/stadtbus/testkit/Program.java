package org.stadtbus.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code stadtbus …} as a process of its own, so that a test can kill it. */
public final class Program implements AutoCloseable {

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    private Program(Process process) {
        this.process = process;
        this.readers = List.of(reader(process.getInputStream(), out), reader(process.getErrorStream(), err));
    }

    /** Starts the program with the launcher's options for its small commands. */
    public static Program start(String... arguments) {
        return start(Map.of(), arguments);
    }

    /** As above, with these environment variables besides those of the test. */
    public static Program start(Map<String, String> environment, String... arguments) {
        return start(environment, List.of(), arguments);
    }

    /** As above, with a heap of this many megabytes. */
    public static Program start(int heap, Map<String, String> environment, String... arguments) {
        return start(environment, List.of("-Xmx" + heap + "m"), arguments);
    }

    /** As above, with these options of the JVM, which win over the launcher's. */
    public static Program start(Map<String, String> environment, List<String> jvm, String... arguments) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=160m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=logback.xml",
                "-Dlogging.config=classpath:logback.xml",
                "-Dstadtbus.home=" + Path.of("").toAbsolutePath()));
        options.addAll(jvm);
        options.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.stadtbus.cli.StadtbusCommand"));
        options.addAll(List.of(arguments));
        return java(environment, options);
    }

    /** Starts {@code java} with these options and arguments. */
    static Program java(List<String> options) {
        return java(Map.of(), options);
    }

    private static Program java(Map<String, String> environment, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread reader(InputStream stream, List<String> lines) {
        Thread thread = new Thread(() -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("(" + e + ")");
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits until a line of either output fits; false when the program ended or the time is over before. */
    public boolean awaitLine(Predicate<String> wanted, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            if (lines().stream().anyMatch(wanted)) {
                return true;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                joinReaders();
                return lines().stream().anyMatch(wanted);
            }
        }
        return false;
    }

    private List<String> lines() {
        List<String> all = new ArrayList<>(out);
        all.addAll(err);
        return all;
    }

    /** SIGKILL: nothing in the program can run any more. */
    public void kill() throws InterruptedException {
        destroy();
        process.waitFor();
    }

    /** False once it has ended by whatever cause. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, not waiting for the end. */
    void destroy() {
        process.toHandle().destroyForcibly();
    }

    /** SIGTERM, as Ctrl-C; gives the exit code. */
    public int stop(long seconds) throws InterruptedException {
        // Process.destroy closes the outputs too, and what the program says at its end is lost
        process.toHandle().destroy();
        return exitCode(seconds);
    }

    /** True when it ends by itself within this time. */
    public boolean ended(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for the end; gives the exit code. */
    public int exitCode(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("The program did not end within " + seconds + " s:\n" + text());
        }
        joinReaders();
        return process.exitValue();
    }

    private void joinReaders() throws InterruptedException {
        for (Thread reader : readers) {
            reader.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    /** Lines of standard output so far. */
    public List<String> out() {
        return List.copyOf(out);
    }

    /** Both outputs, for the message of a test that failed. */
    public String text() {
        return String.join("\n", lines());
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
