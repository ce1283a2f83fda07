package org.stadtbus.sandbox.owi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.bauamt.SftpOffice;

/** The fines office's procedure; its folder on the SFTP server is {@code owi}. */
public final class FinesOffice implements AutoCloseable {
    private final SftpOffice office;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param folder where it keeps everything
     * @param password the hub's
     */
    public FinesOffice(Path folder, String password) {
        this.office = new SftpOffice(folder, "owi", password);
    }

    /** Settings with which a hub reaches this office. */
    public Map<String, String> hubSettings() {
        return office.hubSettings("bussgeldstelle.sftp.");
    }

    /**
     * Hands an objection in, with a checksum file that names it and these documents.
     *
     * @param name of its file, e.g. {@code 321.4711.26.xml}
     * @param documents name to content
     */
    public void handIn(String name, String objection, Map<String, byte[]> documents) {
        office.handIn(name, objection, documents);
    }

    /** Hands an objection in without writing the documents its checksum file names. */
    public void announce(String name, String objection, Map<String, byte[]> documents) {
        office.announce(name, objection, documents);
    }

    /** Writes a file beside its objections. */
    public void write(String name, byte[] bytes) {
        office.write(name, bytes);
    }

    /** Names of what lies in its outbox still. */
    public List<String> waiting() {
        return office.waiting();
    }

    /** The messages the hub brought it, feedback on objections and post of the justice, in the order of file names. */
    public List<String> feedback() {
        return office.received(".xml").stream()
                .map(bytes -> new String(bytes, UTF_8))
                .toList();
    }

    /** Contents of the other files the hub brought it, which belong to messages. */
    public List<byte[]> enclosed() {
        return office.received(".pdf");
    }

    @Override
    public void close() {
        office.close();
    }
}
