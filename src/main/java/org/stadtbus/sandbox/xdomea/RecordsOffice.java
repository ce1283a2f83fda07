package org.stadtbus.sandbox.xdomea;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Disk;

/**
 * Another office with an eAkte of its own: imports what is handed over by xdomea 0201, confirms each with a 0202, hands over what is
 * its own and keeps what is answered.
 */
public final class RecordsOffice {
    private static final String HANDED_OVER = "_Geschaeftsgang.Geschaeftsgang.0201.zip";
    private static final String RECEIPT = "_Geschaeftsgang.EmpfangBestaetigen.0202";

    private final Path outbound;
    private final Path inbound;
    private final Path records;
    private final Correspondence answers;
    private final Partner partner;

    /** @param folder where its transfer folders and its eAkte lie; what lies there already stays */
    public RecordsOffice(Path folder) {
        this.outbound = folder.resolve("vom-hub");
        this.inbound = folder.resolve("zum-hub");
        this.records = folder.resolve("akte");
        Path post = folder.resolve("antworten");
        this.answers = new Correspondence(post);
        this.partner = new Partner(outbound, inbound);
        try {
            for (Path needed : List.of(outbound, inbound, records, post)) {
                Files.createDirectories(needed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings with which a hub reaches it. */
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("rechtsamt.xdomea.ausgang", outbound.toAbsolutePath().toString());
        settings.put("rechtsamt.xdomea.eingang", inbound.toAbsolutePath().toString());
        return settings;
    }

    /** Its transfer folders, to leave there what it should not. */
    public Partner partner() {
        return partner;
    }

    /** Where the hub takes containers from. */
    public Path inbound() {
        return inbound;
    }

    /** Hands over. */
    public void handOver(OwnHandover handover) {
        partner.leave(handover.container(), handover.entries());
    }

    /**
     * What was answered to a process of its own.
     *
     * @param type number of the message, e.g. 0202
     * @return the message; empty when none has come yet
     */
    public Optional<String> answer(String process, String type) {
        return answers.find(process, type);
    }

    /**
     * Keeps every answer that waits, imports everything else and confirms it. Begun again after a break it imports and confirms the same.
     *
     * @throws IOException when one cannot be imported; it waits on
     */
    public void work() throws IOException {
        for (String container : partner.waiting()) {
            if (container.endsWith(HANDED_OVER)) {
                confirm(imported(container));
            } else {
                answers.heard(partner.open(container));
            }
            partner.aside(container);
        }
    }

    private Handover imported(String container) throws IOException {
        Map<String, byte[]> entries = partner.open(container);
        byte[] message = entries.get(container.replaceFirst("\\.zip$", ".xml"));
        if (message == null) {
            throw new IOException("No message in " + container);
        }
        Handover handover = Handover.read(message);
        for (Map.Entry<String, String> file : handover.files().entrySet()) {
            byte[] bytes = entries.get(file.getKey());
            if (bytes == null) {
                throw new IOException("A file is missing in " + container);
            }
            Disk.write(record(handover.process()).resolve(file.getValue()), bytes);
        }
        return handover;
    }

    private void confirm(Handover handover) throws IOException {
        Path kept = record(handover.process()).resolve("quittung.xml");
        if (!Files.exists(kept)) {
            Disk.write(kept, handover.receipt().getBytes(StandardCharsets.UTF_8));
        }
        String name = handover.process() + RECEIPT;
        partner.leave(name + ".zip", Map.of(name + ".xml", Files.readString(kept)));
    }

    private Path record(String process) {
        return records.resolve(process);
    }

    /** The files it has imported, receipts not among them. */
    public List<Path> files() {
        try (Stream<Path> all = Files.walk(records)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("quittung.xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when it has nothing to import and the hub nothing to fetch. */
    public boolean idle() {
        return partner.waiting().isEmpty()
                && new Partner(inbound, outbound).waiting().isEmpty();
    }
}
