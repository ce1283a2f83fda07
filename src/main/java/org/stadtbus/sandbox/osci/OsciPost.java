package org.stadtbus.sandbox.osci;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.stadtbus.envelope.Ids;
import org.stadtbus.osci.Algorithms;
import org.stadtbus.osci.Certificates;
import org.stadtbus.osci.ControlBlock;
import org.stadtbus.osci.Envelope;
import org.stadtbus.osci.Faults;
import org.stadtbus.osci.Feedback;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciMessage;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.Seal;
import org.stadtbus.osci.Trust;
import org.stadtbus.osci.Xml;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;
import org.w3c.dom.Element;

/** The intermediary: opens each order, checks its signature and its place in the dialog, and answers signed and encrypted. */
public final class OsciPost implements AutoCloseable {
    private static final String XML = "text/xml";
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final LocalServer server;
    private final Path folder;
    private final Party party;
    private final Trust clients;
    private final Algorithms reading = new Algorithms(false);
    private final Seal seal;
    private final Mailboxes mailboxes;
    private final Orders orders;
    private final Map<String, OpenDialog> dialogs = new ConcurrentHashMap<>();
    private final AtomicInteger conversations = new AtomicInteger();

    /**
     * Begins to answer on a free port of 127.0.0.1.
     *
     * @param folder where its deliveries lie
     * @param party its own keys
     * @param clients whose signatures it takes
     */
    public OsciPost(Path folder, Party party, Trust clients) {
        this.folder = folder;
        this.party = party;
        this.clients = clients;
        this.seal = new Seal(folder, reading);
        this.mailboxes = new Mailboxes(folder, Clock.systemUTC());
        this.orders = new Orders(mailboxes, new Mediation(party, seal, folder, Clock.systemUTC()));
        this.server = new LocalServer(0).on("POST", "/osci", this::answer).start();
    }

    /** Where orders go. */
    public URI uri() {
        return server.uri().resolve("/osci");
    }

    /** Tells it what to do wrong from now on. */
    public void fault(Fault fault) {
        server.fault(fault);
    }

    /** Ids of all messages it has taken. */
    public List<String> taken() {
        return mailboxes.all().stream()
                .map(delivery -> delivery.card().messageId())
                .toList();
    }

    /** Ids of those whose addressee confirmed that he has them. */
    public List<String> received() {
        return mailboxes.all().stream()
                .map(Mailboxes.Delivery::card)
                .filter(card -> card.reception().isPresent())
                .map(card -> card.messageId())
                .toList();
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return Ids.sha256(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate can be encoded", e);
        }
    }

    private Answer answer(Request request) throws IOException {
        Path file = Files.createTempFile(folder, "eingang", ".osci");
        try {
            Files.copy(request.body(), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return sent(OK, carryOut(file));
        } catch (OsciException refused) {
            return sent(SERVER_ERROR, seal.write(new OsciMessage(Faults.of(refused), List.of())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Answer sent(int status, Path file) throws IOException {
        try {
            return Answer.bytes(status, XML, Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Path carryOut(Path file) throws IOException, OsciException {
        try (OsciMessage order = seal.open(file, party)) {
            Envelope envelope = order.read();
            ControlBlock asked = ControlBlock.of(envelope);
            if (envelope.order().equals("initDialog")) {
                return begin(order, envelope, asked);
            }
            OpenDialog dialog = dialogs.get(asked.conversation());
            if (dialog == null) {
                throw new OsciException(OsciCode.CONTROL_BLOCK, "");
            }
            synchronized (dialog) {
                dialog.check(asked);
                envelope.check("osci:ClientSignature", dialog.signature(), order, reading);
                dialog.confirmed().ifPresent(mailboxes::received);
                return reply(order, envelope, asked, dialog);
            }
        }
    }

    private Path begin(OsciMessage order, Envelope envelope, ControlBlock asked) throws IOException, OsciException {
        Element given = envelope.require("osci:NonIntermediaryCertificates");
        X509Certificate signature = certificate(given, "osci:SignatureCertificateOriginator", OsciCode.NOT_SIGNED);
        clients.check(signature);
        envelope.check("osci:ClientSignature", signature, order, reading);
        X509Certificate cipher = certificate(given, "osci:CipherCertificateOriginator", OsciCode.NO_CIPHER_CERTIFICATE);
        String conversation = String.valueOf(conversations.incrementAndGet());
        OpenDialog dialog = new OpenDialog(conversation, signature, cipher);
        dialogs.put(conversation, dialog);
        Envelope answer = Envelope.create(dialog.begun(asked));
        own(answer);
        Feedback.write(Xml.add(answer.body(), "osci:responseToInitDialog"), OsciCode.DONE);
        return signed(new OsciMessage(answer.document(), List.of()), answer, cipher);
    }

    private static X509Certificate certificate(Element block, String name, OsciCode missing) throws OsciException {
        Element element = Xml.find(block, name).orElseThrow(() -> new OsciException(missing, ""));
        return Certificates.read(element).orElseThrow(() -> new OsciException(missing, ""));
    }

    private Path reply(OsciMessage order, Envelope envelope, ControlBlock asked, OpenDialog dialog)
            throws IOException, OsciException {
        boolean last = envelope.order().equals("exitDialog");
        Envelope answer = Envelope.create(dialog.answer(asked, last));
        try (OsciMessage made = orders.carryOut(order, answer, dialog, this::own)) {
            if (last) {
                dialogs.remove(asked.conversation());
            }
            return signed(made, answer, dialog.cipher());
        }
    }

    private void own(Envelope answer) {
        Certificates.add(
                answer.certificates("osci:IntermediaryCertificates"),
                "osci:SignatureCertificateIntermediary",
                "signatur-intermediaer",
                party.signature());
    }

    private Path signed(OsciMessage message, Envelope answer, X509Certificate client)
            throws IOException, OsciException {
        answer.sign("osci:SupplierSignature", party, "signatur-intermediaer", message);
        return seal.close(message, client);
    }

    @Override
    public void close() {
        server.close();
    }
}
