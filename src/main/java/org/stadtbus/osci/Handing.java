package org.stadtbus.osci;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** Hands a message to the intermediary, to be kept for its reader (StoreDelivery) or brought to him (MediateDelivery). */
final class Handing {
    private static final String AUTHOR_SIGNATURE = "signatur-verfasser";
    private static final String READER_CIPHER = "chiffrat-empfaenger";

    private final Orders dialog;
    private final Party client;
    private final Path spool;

    Handing(Orders dialog, Party client, Path spool) {
        this.dialog = dialog;
        this.client = client;
        this.spool = spool;
    }

    /** The next order of a dialog. */
    @FunctionalInterface
    interface Orders {
        OsciMessage order(Consumer<Envelope> fill, List<Part> parts) throws IOException, OsciException;
    }

    /**
     * What is ordered.
     *
     * @param name {@code storeDelivery} or {@code mediateDelivery}
     * @param receiver the reader's address, for the latter
     */
    record Order(String name, Optional<URI> receiver, String messageId, String subject) {
        private String answer() {
            return "osci:responseTo" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        private void write(Envelope envelope) {
            Element block = envelope.block("osci:" + name);
            receiver.ifPresent(uri -> Xml.add(block, "osci:ContentReceiver").setAttribute("URI", uri.toString()));
            ProcessCard.addMessageId(block, messageId);
            if (!subject.isEmpty()) {
                Xml.add(block, "osci:Subject", subject);
            }
        }
    }

    ProcessCard hand(Order order, Content content, X509Certificate reader, Party author)
            throws IOException, OsciException {
        String authorId = author.equals(client) ? Dialog.CLIENT_SIGNATURE : AUTHOR_SIGNATURE;
        Element holder = Xml.add(Xml.create("soap:Envelope").getDocumentElement(), "osci:ContentPackage");
        List<ContentWriter.Encrypted> files =
                new ContentWriter(author, authorId, spool).write(holder, content, reader, READER_CIPHER);
        try (OsciMessage answer = dialog.order(
                envelope -> {
                    timestamps(envelope);
                    order.write(envelope);
                    certificates(envelope, reader, author);
                    envelope.body().appendChild(envelope.document().adoptNode(holder));
                },
                files.stream().map(ContentWriter.Encrypted::part).toList())) {
            Element block = answer.read().require(order.answer());
            Feedback.of(block).check();
            boolean kept = order.receiver().isEmpty();
            return ProcessCard.of(
                    Xml.require(block, kept ? "osci:ProcessCardBundle" : "osci:RequestProcessCardBundle"));
        } finally {
            for (ContentWriter.Encrypted file : files) {
                Files.deleteIfExists(file.file());
            }
        }
    }

    private void certificates(Envelope envelope, X509Certificate reader, Party author) {
        Element block = envelope.certificates(Dialog.CERTIFICATES);
        Certificates.add(block, "osci:CipherCertificateOriginator", Dialog.CLIENT_CIPHER, client.cipher());
        Certificates.add(block, "osci:CipherCertificateAddressee", READER_CIPHER, reader);
        Certificates.add(block, "osci:SignatureCertificateOriginator", Dialog.CLIENT_SIGNATURE, client.signature());
        if (!author.equals(client)) {
            Certificates.add(block, "osci:SignatureCertificateOtherAuthor", AUTHOR_SIGNATURE, author.signature());
        }
    }

    private static void timestamps(Envelope envelope) {
        for (String service : List.of("creation", "reception")) {
            Element quality = envelope.block("osci:QualityOfTimestamp", "qualityoftimestamp-" + service);
            quality.setAttribute("Service", service);
            quality.setAttribute("Quality", "plain");
        }
    }
}
