package org.stadtbus.sandbox.owi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.bauamt.SftpDrop;

/**
 * The fines office's procedure with the SFTP server both sides use: writes to {@code owi/ausgang} documents first, then the objection,
 * last the checksum file that names them all; reads {@code owi/eingang}.
 */
public final class FinesOffice implements AutoCloseable {
    private static final String USERNAME = "stadtbus";

    private final SftpDrop server;
    private final String password;
    private final Path outbox;
    private final Path inbox;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param folder where it keeps everything
     * @param password the hub's
     */
    public FinesOffice(Path folder, String password) {
        this.password = password;
        this.server = new SftpDrop(0, folder, USERNAME, password);
        Path files = server.root().resolve("owi");
        this.outbox = files.resolve("ausgang");
        this.inbox = files.resolve("eingang");
        try {
            Files.createDirectories(outbox);
            Files.createDirectories(inbox);
            Files.createDirectories(files.resolve("verarbeitet"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings with which a hub reaches this office. */
    public Map<String, String> hubSettings() {
        String prefix = "bussgeldstelle.sftp.";
        return Map.of(
                prefix + "host",
                server.host(),
                prefix + "port",
                String.valueOf(server.port()),
                prefix + "username",
                USERNAME,
                prefix + "password",
                password,
                prefix + "known-hosts",
                server.knownHosts().toString(),
                prefix + "delay",
                "200");
    }

    /**
     * Hands an objection in, with a checksum file that names it and these documents.
     *
     * @param name of its file, e.g. {@code 321.4711.26.xml}
     * @param documents name to content; they must have been written, see {@link #write}
     */
    public void handIn(String name, String objection, Map<String, byte[]> documents) {
        documents.forEach(this::write);
        announce(name, objection, documents);
    }

    /** Hands an objection in without writing the documents its checksum file names. */
    public void announce(String name, String objection, Map<String, byte[]> documents) {
        byte[] xml = objection.getBytes(StandardCharsets.UTF_8);
        write(name, xml);
        StringBuilder sums = new StringBuilder();
        Map<String, byte[]> all = new LinkedHashMap<>(documents);
        all.put(name, xml);
        all.forEach((file, bytes) ->
                sums.append(Ids.sha256(bytes)).append("  ").append(file).append('\n'));
        write(name + ".sha256", sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file beside its objections. */
    public void write(String name, byte[] bytes) {
        Disk.write(outbox.resolve(name), bytes);
    }

    /** Names of what lies in its outbox still. */
    public List<String> waiting() {
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages the hub brought it, feedback on objections and post of the justice, in the order of file names. */
    public List<String> feedback() {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .map(FinesOffice::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Contents of the other files the hub brought it, which belong to messages. */
    public List<byte[]> enclosed() {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .map(FinesOffice::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
