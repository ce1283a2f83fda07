package org.stadtbus.sandbox.meldenetz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.AnswerSheet;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Threads;
import org.stadtbus.sandbox.XbauMessage;

/**
 * The city's register of residents: takes notices (0201) from {@code meldewesen/eingang} and puts its answer (0203) into
 * {@code meldewesen/ausgang}. It remembers nothing but its folders: a notice lies in {@code eingang} until its answer lies in
 * {@code ausgang}; killed in between, it makes the same answer again, byte for byte.
 */
public final class PopulationRegister implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PopulationRegister.class);
    private static final long LOOK_EVERY_MS = 100;
    private static final String NOTICE = "0201";

    private final Path inbox;
    private final Path outbox;
    private final Path done;
    private final Path taken;
    private final AnswerSheet answer = new AnswerSheet("antwort-xmeld0203.xsl");
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-melderegister");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins to work.
     *
     * @param root the files of its SFTP server
     */
    PopulationRegister(Path root) {
        Path folder = root.resolve("meldewesen");
        this.inbox = folder.resolve("eingang");
        this.outbox = folder.resolve("ausgang");
        this.done = folder.resolve("verarbeitet");
        this.taken = folder.resolve("genommen.txt");
        try {
            for (Path each : List.of(inbox, outbox, done)) {
                Files.createDirectories(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clerk.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Ids of the notices it took ({@code nachrichtenUUID}), as often as it took them. */
    public List<String> taken() {
        return Disk.lines(taken);
    }

    /** Puts a file beside its answers, as if the register had written it. */
    public void drop(String name, byte[] bytes) {
        Disk.write(outbox.resolve(name), bytes);
    }

    /** True when it has nothing left to do and the hub has fetched every answer. */
    boolean idle() {
        try {
            return messages(inbox).isEmpty() && messages(outbox).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look() {
        try {
            for (Path file : messages(inbox)) {
                work(file);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The population register of the sandbox failed", e);
        }
    }

    private static List<Path> messages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !name(file).startsWith("."))
                    .filter(file -> name(file).endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private void work(Path file) throws IOException {
        XbauMessage message = XbauMessage.read(Files.readAllBytes(file)).orElse(null);
        if (message != null && message.type().equals(NOTICE)) {
            String id = Ids.derived(message.id(), "melderegister", "0203");
            drop(id + ".xml", answer.answer(message, id, message.createdAt().plusSeconds(1), ""));
        }
        Files.move(file, done.resolve(name(file)), StandardCopyOption.ATOMIC_MOVE);
        Disk.append(taken, message == null ? name(file) : message.id());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() {
        Threads.end(clerk);
    }
}
