package org.stadtbus.sandbox.gericht;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Threads;
import org.stadtbus.sandbox.egvp.EgvpOffice;

/**
 * The public prosecutor's office, reached through the city's EGVP-Enterprise: acknowledges each message once, and says so on disk.
 * It remembers nothing but that.
 */
public final class Prosecutor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Prosecutor.class);
    private static final long LOOK_EVERY_MS = 100;
    private static final String CITY = "safe-stadt";
    private static final String OFFICE = "safe-staatsanwaltschaft";
    /** Name of the message among the files of a packed one. */
    public static final String MESSAGE = "attachments/xjustiz_nachricht.xml";

    private final EgvpOffice egvp;
    private final Path answered;
    private final Acknowledgement acknowledgement = new Acknowledgement();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-staatsanwaltschaft");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins to work.
     *
     * @param folder where it keeps everything
     */
    public Prosecutor(Path folder) {
        try {
            this.egvp = new EgvpOffice(Files.createDirectories(folder.resolve("egvp")), CITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.answered = folder.resolve("beantwortet.txt");
        clerk.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Settings with which a hub reaches it. */
    public Map<String, String> hubSettings() {
        return Map.of(
                "bebpo.url",
                egvp.uri().toString(),
                "bebpo.user-id",
                CITY,
                "bebpo.staatsanwaltschaft",
                OFFICE,
                "bebpo.delay",
                "200");
    }

    /** The city's EGVP-Enterprise, through which it is reached. */
    public EgvpOffice egvp() {
        return egvp;
    }

    private void look() {
        try {
            List<String> done = Disk.lines(answered);
            egvp.sent().stream().filter(id -> !done.contains(id)).forEach(this::answer);
        } catch (RuntimeException e) {
            LOG.error("The public prosecutor of the sandbox failed", e);
        }
    }

    private void answer(String id) {
        byte[] message = Objects.requireNonNull(files(id).get(MESSAGE));
        byte[] eeb = acknowledgement.of(message, Ids.derived(id, Ids.sha256(message)), "Js " + id, clock.instant());
        write("eeb-" + id, Map.of(MESSAGE, eeb));
        Disk.append(answered, id);
    }

    /** True when everything is answered and the hub has fetched every answer. */
    public boolean idle() {
        return Disk.lines(answered).containsAll(egvp.sent()) && egvp.box().isEmpty();
    }

    /** Files of a message it got, by their names. */
    public Map<String, byte[]> files(String id) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(egvp.packed(id)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Ids of the messages it got that hold this text. */
    public List<String> about(String text) {
        return egvp.sent().stream()
                .filter(id -> new String(Objects.requireNonNull(files(id).get(MESSAGE)), StandardCharsets.UTF_8)
                        .contains(text))
                .toList();
    }

    /**
     * Puts a message into the city's mailbox.
     *
     * @param id of the message at EGVP
     * @param files its files by their names, {@link #MESSAGE} among them
     */
    public void write(String id, Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        egvp.put(id, bytes.toByteArray());
    }

    @Override
    public void close() {
        Threads.end(clerk);
        egvp.close();
    }
}
