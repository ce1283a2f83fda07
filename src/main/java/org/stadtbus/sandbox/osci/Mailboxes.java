package org.stadtbus.sandbox.osci;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stadtbus.osci.Certificates;
import org.stadtbus.osci.MimeFile;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciMessage;
import org.stadtbus.osci.ProcessCard;
import org.stadtbus.osci.Xml;
import org.stadtbus.sandbox.Disk;
import org.w3c.dom.Element;

/** Message ids and deliveries, on disk before anybody is told. */
final class Mailboxes {
    private final Path folder;
    private final Clock clock;
    private final Path ids;
    private final Path log;

    Mailboxes(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.ids = folder.resolve("ids.txt");
        this.log = folder.resolve("zustellungen.txt");
    }

    /** A delivery as far as it has come. */
    record Delivery(ProcessCard card, String addressee, Path file) {}

    synchronized String newId() {
        String id = "osci:" + UUID.randomUUID();
        Disk.append(ids, id);
        return id;
    }

    /** The id of a message that is handed over: one that was given out and is not used up. */
    synchronized String freshId(OsciMessage order) throws OsciException {
        String id = ProcessCard.messageId(
                order.read().require("osci:" + order.read().order()));
        if (!Disk.lines(ids).contains(id) || deliveries().containsKey(id)) {
            throw new OsciException(OsciCode.MESSAGE_ID, "");
        }
        return id;
    }

    /** Keeps what was handed over. */
    synchronized Delivery keep(OsciMessage order) throws OsciException, IOException {
        String id = freshId(order);
        Element certificates = order.read().require("osci:NonIntermediaryCertificates");
        String addressee =
                OsciPost.fingerprint(Certificates.read(Xml.require(certificates, "osci:CipherCertificateAddressee"))
                        .orElseThrow(() -> new OsciException(OsciCode.ORDER, "Es fehlt der Empfänger.")));
        Path file = folder.resolve(UUID.randomUUID() + ".osci");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MimeFile.write(order, bytes);
        Disk.write(file, bytes.toByteArray());
        note(id, "creation", addressee + " " + file.getFileName());
        return find(id).orElseThrow();
    }

    /** The oldest delivery that its addressee has not confirmed. */
    synchronized Optional<Delivery> waiting(String addressee) {
        return deliveries().values().stream()
                .filter(delivery -> delivery.addressee().equals(addressee))
                .filter(delivery -> delivery.card().reception().isEmpty())
                .findFirst();
    }

    synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(deliveries().get(id));
    }

    synchronized Delivery forwarded(Delivery delivery) {
        if (delivery.card().forwarding().isEmpty()) {
            note(delivery.card().messageId(), "forwarding", "");
        }
        return find(delivery.card().messageId()).orElseThrow();
    }

    synchronized void received(String id) {
        note(id, "reception", "");
    }

    synchronized List<Delivery> all() {
        return List.copyOf(deliveries().values());
    }

    private void note(String id, String what, String rest) {
        Disk.append(log, (id + " " + what + " " + clock.instant() + " " + rest).strip());
    }

    private Map<String, Delivery> deliveries() {
        Map<String, Delivery> all = new LinkedHashMap<>();
        Map<String, Map<String, Instant>> times = new HashMap<>();
        for (String line : Disk.lines(log)) {
            String[] words = line.split(" ");
            times.computeIfAbsent(words[0], id -> new HashMap<>()).putIfAbsent(words[1], Instant.parse(words[2]));
            Map<String, Instant> known = times.get(words[0]);
            Delivery before = all.get(words[0]);
            String addressee = before == null ? words[3] : before.addressee();
            Path file = before == null ? folder.resolve(words[4]) : before.file();
            ProcessCard card = new ProcessCard(
                    words[0],
                    known.getOrDefault("creation", Instant.EPOCH),
                    Optional.ofNullable(known.get("forwarding")),
                    Optional.ofNullable(known.get("reception")),
                    new byte[0]);
            all.put(words[0], new Delivery(card, addressee, file));
        }
        return all;
    }
}
