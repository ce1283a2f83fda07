package org.stadtbus.osci;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/**
 * An explicit dialog of a client with its intermediary (OSCI-Transport 1.2, part 2). Each order but the first confirms that the answer before
 * it arrived; so whoever fetched something and does not have it durably leaves the dialog without another order. Not for several threads.
 */
public final class Dialog {
    static final String CLIENT_SIGNATURE = "signatur-absender";
    private static final String AUTHOR_SIGNATURE = "signatur-verfasser";
    private static final String CLIENT_CIPHER = "chiffrat-absender";
    private static final String READER_CIPHER = "chiffrat-empfaenger";
    private static final String CERTIFICATES = "osci:NonIntermediaryCertificates";
    private static final String CARD = "osci:ProcessCardBundle";

    private final Party client;
    private final Path spool;
    private final Exchange exchange;
    private String conversation = "";
    private String challenged = "";
    private int next;

    Dialog(Intermediary intermediary, Party client, Algorithms reading, Path spool) {
        this.client = client;
        this.spool = spool;
        this.exchange = new Exchange(intermediary, client, reading, spool);
    }

    void begin() throws IOException, OsciException {
        ControlBlock control = new ControlBlock("", ControlBlock.newChallenge(), "", "");
        try (OsciMessage answer = exchange.send(
                control,
                order -> {
                    Element certificates = order.certificates(CERTIFICATES);
                    Certificates.add(certificates, "osci:CipherCertificateOriginator", CLIENT_CIPHER, client.cipher());
                    signature(certificates);
                    Xml.add(order.body(), "osci:initDialog");
                },
                List.of())) {
            Feedback.of(Xml.require(answer.read().body(), "osci:responseToInitDialog")).check();
            ControlBlock given = ControlBlock.of(answer.read());
            conversation = given.conversation();
            challenged = given.challenge();
        }
    }

    /** Ends the dialog; the answer before counts as arrived. */
    public void end() throws IOException, OsciException {
        order(order -> {
                    signature(order.certificates(CERTIFICATES));
                    Xml.add(order.body(), "osci:exitDialog");
                })
                .close();
    }

    /** A new message id of the intermediary's. */
    public String newMessageId() throws IOException, OsciException {
        try (OsciMessage answer = order(order -> {
            signature(order.certificates(CERTIFICATES));
            Xml.add(order.body(), "osci:getMessageId");
        })) {
            Element body = Xml.require(answer.read().body(), "osci:responseToGetMessageId");
            Feedback.of(body).check();
            return ProcessCard.messageId(body);
        }
    }

    /**
     * Hands a message to the intermediary, signed by the client, encrypted for its reader (StoreDelivery).
     *
     * @param messageId one of {@link #newMessageId}
     * @param subject stands open on the process card; so no personal data
     * @return the process card
     * @throws OsciException 9801 when the intermediary has a message under this id
     */
    public ProcessCard store(String messageId, String subject, Content content, X509Certificate reader)
            throws IOException, OsciException {
        return store(messageId, subject, content, reader, client);
    }

    /** As above, the content signed by an author who is not the client. */
    public ProcessCard store(
            String messageId, String subject, Content content, X509Certificate reader, Party author)
            throws IOException, OsciException {
        boolean own = author.equals(client);
        Element holder = Xml.add(Xml.create("soap:Envelope").getDocumentElement(), "osci:ContentPackage");
        List<ContentWriter.Encrypted> files = new ContentWriter(author, own ? CLIENT_SIGNATURE : AUTHOR_SIGNATURE, spool)
                .write(holder, content, reader, READER_CIPHER);
        try (OsciMessage answer = order(
                order -> {
                    timestamps(order);
                    Element store = order.block("osci:storeDelivery");
                    ProcessCard.addMessageId(store, messageId);
                    if (!subject.isEmpty()) {
                        Xml.add(store, "osci:Subject", subject);
                    }
                    Element certificates = order.certificates(CERTIFICATES);
                    Certificates.add(certificates, "osci:CipherCertificateOriginator", CLIENT_CIPHER, client.cipher());
                    Certificates.add(certificates, "osci:CipherCertificateAddressee", READER_CIPHER, reader);
                    signature(certificates);
                    if (!own) {
                        Certificates.add(
                                certificates,
                                "osci:SignatureCertificateOtherAuthor",
                                AUTHOR_SIGNATURE,
                                author.signature());
                    }
                    order.body().appendChild(order.document().adoptNode(holder));
                },
                files.stream().map(ContentWriter.Encrypted::part).toList())) {
            Element stored = answer.read().require("osci:responseToStoreDelivery");
            Feedback.of(stored).check();
            return ProcessCard.of(Xml.require(stored, CARD));
        } finally {
            for (ContentWriter.Encrypted file : files) {
                Files.deleteIfExists(file.file());
            }
        }
    }

    private static void timestamps(Envelope order) {
        for (String service : List.of("creation", "reception")) {
            Element quality = order.block("osci:QualityOfTimestamp", "qualityoftimestamp-" + service);
            quality.setAttribute("Service", service);
            quality.setAttribute("Quality", "plain");
        }
    }

    /** The process card of a message; empty when the intermediary has none under this id (FetchProcessCard). */
    public Optional<ProcessCard> processCard(String messageId) throws IOException, OsciException {
        try (OsciMessage answer = order(order -> {
            signature(order.certificates(CERTIFICATES));
            Element fetch = Xml.add(order.body(), "osci:fetchProcessCard");
            ProcessCard.addMessageId(Xml.add(fetch, "osci:SelectionRule"), messageId);
        })) {
            Element body = Xml.require(answer.read().body(), "osci:responseToFetchProcessCard");
            Feedback.of(body).check();
            List<ProcessCard> cards = new ArrayList<>();
            for (Element bundle : Xml.all(body, CARD).toList()) {
                cards.add(ProcessCard.of(bundle));
            }
            return cards.stream()
                    .filter(card -> card.messageId().equals(messageId))
                    .findFirst();
        } catch (OsciException e) {
            if (e.is(OsciCode.NO_PROCESS_CARD)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * A message that was fetched; to be closed when its content was read.
     *
     * @param card its process card
     * @param message opened by a {@link ContentReader}
     */
    public record Delivery(ProcessCard card, OsciMessage message) implements Closeable {
        @Override
        public void close() throws IOException {
            message.close();
        }
    }

    /** The oldest message that the client has not confirmed; empty when there is none (FetchDelivery). */
    public Optional<Delivery> fetch() throws IOException, OsciException {
        OsciMessage answer = order(order -> {
            order.block("osci:fetchDelivery");
            signature(order.certificates(CERTIFICATES));
        });
        try {
            Element fetched = answer.read().require("osci:responseToFetchDelivery");
            Feedback.of(fetched).check();
            return Optional.of(new Delivery(ProcessCard.of(Xml.require(fetched, CARD)), answer));
        } catch (OsciException e) {
            answer.close();
            if (e.is(OsciCode.NO_DELIVERY)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private OsciMessage order(Consumer<Envelope> fill) throws IOException, OsciException {
        return order(fill, List.of());
    }

    private OsciMessage order(Consumer<Envelope> fill, List<Part> parts) throws IOException, OsciException {
        ControlBlock control =
                new ControlBlock(challenged, ControlBlock.newChallenge(), conversation, String.valueOf(next));
        OsciMessage answer = exchange.send(control, fill, parts);
        challenged = ControlBlock.of(answer.read()).challenge();
        next++;
        return answer;
    }

    private void signature(Element certificates) {
        Certificates.add(certificates, "osci:SignatureCertificateOriginator", CLIENT_SIGNATURE, client.signature());
    }
}
