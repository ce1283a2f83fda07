package org.stadtbus.sandbox.bauakten;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.bauamt.SftpOffice;

/** The building authority's digital files; their folder on the SFTP server is {@code aussonderung}. */
public final class BuildingFiles implements AutoCloseable {
    private final SftpOffice office;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param folder where it keeps everything
     * @param password the hub's
     */
    public BuildingFiles(Path folder, String password) {
        this.office = new SftpOffice(folder, "aussonderung", password);
    }

    /** Settings with which a hub reaches it. */
    public Map<String, String> hubSettings() {
        return office.hubSettings("bauakten.sftp.");
    }

    /**
     * Offers or hands over.
     *
     * @param name of the list's file, e.g. {@code anbietung-2026-1.json}
     * @param list as {@code form-aussonderung} has it
     * @param documents name to content
     */
    public void handIn(String name, String list, Map<String, byte[]> documents) {
        office.handIn(name, list, documents);
    }

    /** The same without writing the documents its checksum file names. */
    public void announce(String name, String list, Map<String, byte[]> documents) {
        office.announce(name, list, documents);
    }

    /** Names of what the hub has not taken yet. */
    public List<String> waiting() {
        return office.waiting();
    }

    /** What it was told: decisions, what was taken over, refusals; in the order of file names. */
    public List<String> told() {
        return office.received(".json").stream()
                .map(bytes -> new String(bytes, UTF_8))
                .toList();
    }

    @Override
    public void close() {
        office.close();
    }
}
