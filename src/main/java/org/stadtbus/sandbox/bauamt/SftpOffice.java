package org.stadtbus.sandbox.bauamt;

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

/**
 * A procedure with the SFTP server it and the hub use: it writes to {@code <folder>/ausgang} documents first, then the message, last the
 * checksum file that names them all, and reads {@code <folder>/eingang}.
 */
public final class SftpOffice implements AutoCloseable {
    private static final String USERNAME = "stadtbus";

    private final SftpDrop server;
    private final String password;
    private final Path outbox;
    private final Path inbox;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param home where it keeps everything
     * @param folder name of its folder on the server
     * @param password the hub's
     */
    public SftpOffice(Path home, String folder, String password) {
        this.password = password;
        this.server = new SftpDrop(0, home, USERNAME, password);
        Path files = server.root().resolve(folder);
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

    /**
     * Settings with which a hub reaches this office.
     *
     * @param prefix of their names, with the dot at its end
     */
    public Map<String, String> hubSettings(String prefix) {
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
     * Hands a message in, with a checksum file that names it and these documents.
     *
     * @param documents name to content
     */
    public void handIn(String name, String message, Map<String, byte[]> documents) {
        documents.forEach(this::write);
        announce(name, message, documents);
    }

    /** Hands a message in without writing the documents its checksum file names. */
    public void announce(String name, String message, Map<String, byte[]> documents) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        write(name, bytes);
        StringBuilder sums = new StringBuilder();
        Map<String, byte[]> all = new LinkedHashMap<>(documents);
        all.put(name, bytes);
        all.forEach((file, content) ->
                sums.append(Ids.sha256(content)).append("  ").append(file).append('\n'));
        write(name + ".sha256", sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file beside its messages. */
    public void write(String name, byte[] bytes) {
        Disk.write(outbox.resolve(name), bytes);
    }

    /** Names of what lies in its outbox still. */
    public List<String> waiting() {
        return files(outbox).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }

    /** Contents of the whole files the hub brought it, in the order of their names. */
    public List<byte[]> received(String ending) {
        return files(inbox).stream()
                .filter(file -> file.toString().endsWith(ending))
                .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                .map(Disk::read)
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
