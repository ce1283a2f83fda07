package org.stadtbus.sandbox.xdomea;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stadtbus.sandbox.Disk;

/**
 * The city's archive: decides on what is offered by xdomea 0501 as the offer proposes (0502), takes over by 0503 what it decided to want
 * and says what it took (0506), sends the receipts that are wished (0504, 0507) and keeps what is answered to itself.
 */
public final class CityArchive {
    private static final String ZIP = "\\.zip$";
    private static final String OFFER = "_Aussonderung.Anbieteverzeichnis.0501.zip";
    private static final String HANDOVER = "_Aussonderung.Aussonderung.0503.zip";

    private final Path outbound;
    private final Path inbound;
    private final Stacks stacks;
    private final Path desk;
    private final Correspondence letters;
    private final Partner partner;

    /** @param folder where its transfer folders and its stacks lie; what lies there already stays */
    public CityArchive(Path folder) {
        this.outbound = folder.resolve("vom-hub");
        this.inbound = folder.resolve("zum-hub");
        Path magazine = folder.resolve("magazin");
        this.stacks = new Stacks(magazine);
        this.desk = folder.resolve("bewertung");
        Path post = folder.resolve("post");
        this.letters = new Correspondence(post);
        this.partner = new Partner(outbound, inbound);
        try {
            for (Path needed : List.of(outbound, inbound, magazine, desk, post)) {
                Files.createDirectories(needed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings with which a hub reaches it. */
    public Map<String, String> hubSettings() {
        return Map.of(
                "archiv.xdomea.ausgang",
                outbound.toAbsolutePath().toString(),
                "archiv.xdomea.eingang",
                inbound.toAbsolutePath().toString(),
                "archiv.xdomea.delay",
                "200",
                "archiv.xdomea.settled",
                "200");
    }

    /** Its transfer folders, to look at and to leave there what it should not. */
    public Partner partner() {
        return partner;
    }

    /** Where the hub takes containers from. */
    public Path inbound() {
        return inbound;
    }

    /**
     * Works off every container that waits. Begun again after a break it answers the same.
     *
     * @throws IOException when one cannot be read; it waits on
     */
    public void work() throws IOException {
        for (String container : partner.waiting()) {
            Map<String, byte[]> entries = partner.open(container);
            byte[] message = message(container, entries);
            letters.heard(Map.of(container.replaceFirst(ZIP, ".xml"), message));
            if (container.endsWith(OFFER)) {
                decide(Disposal.read(message));
            } else if (container.endsWith(HANDOVER)) {
                takeOver(Disposal.read(message), entries);
            }
            partner.aside(container);
        }
    }

    private static byte[] message(String container, Map<String, byte[]> entries) throws IOException {
        byte[] message = entries.get(container.replaceFirst(ZIP, ".xml"));
        if (message == null) {
            throw new IOException("No message in " + container);
        }
        return message;
    }

    private void decide(Disposal offer) {
        offer.items()
                .forEach(item ->
                        Disk.write(decision(offer, item), item.decision().getBytes(UTF_8)));
        if (offer.wishes("Empfangsbestaetigung")) {
            String receipt = "Aussonderung.AnbietungEmpfangBestaetigen.0504";
            say(offer, receipt, () -> offer.receipt(receipt));
        }
        say(offer, "Aussonderung.Bewertungsverzeichnis.0502", offer::decisions);
    }

    private void takeOver(Disposal handover, Map<String, byte[]> entries) {
        for (Disposal.Item item : handover.items()) {
            if (obstacle(handover, item, entries).isEmpty()) {
                stacks.keep(item, entries);
            }
        }
        if (handover.wishes("Empfangsbestaetigung")) {
            String receipt = "Aussonderung.AussonderungEmpfangBestaetigen.0507";
            say(handover, receipt, () -> handover.receipt(receipt));
        }
        say(
                handover,
                "Aussonderung.AussonderungImportBestaetigen.0506",
                () -> handover.imported(item -> obstacle(handover, item, entries)));
    }

    private String obstacle(Disposal handover, Disposal.Item item, Map<String, byte[]> entries) {
        if (!Disk.lines(decision(handover, item)).contains("A")) {
            return "Nicht als archivwürdig bewertet.";
        }
        return entries.keySet().containsAll(item.files().keySet()) ? "" : "Eine Datei fehlt.";
    }

    private Path decision(Disposal disposal, Disposal.Item item) {
        return desk.resolve(disposal.process()).resolve(item.id());
    }

    private void say(Disposal to, String name, Supplier<String> message) {
        String file = to.process() + "_" + name;
        partner.leave(file + ".zip", Map.of(file + ".xml", letters.said(file + "-" + to.digest(), message)));
    }

    /** What it has said or heard in a process under this number, e.g. {@code 0505}; empty when nothing yet. */
    public Optional<String> message(String process, String number) {
        return letters.find(process, number);
    }

    /** The documents it took over with a file or matter: original name to content. */
    public Map<String, byte[]> documents(String id) {
        return stacks.documents(id);
    }
}
