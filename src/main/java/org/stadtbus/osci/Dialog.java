package org.stadtbus.osci;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
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
    static final String CLIENT_CIPHER = "chiffrat-absender";
    static final String CERTIFICATES = "osci:NonIntermediaryCertificates";
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
            Feedback.of(Xml.require(answer.read().body(), "osci:responseToInitDialog"))
                    .check();
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
    public ProcessCard store(String messageId, String subject, Content content, X509Certificate reader, Party author)
            throws IOException, OsciException {
        return new Handing(this::order, client, spool)
                .hand(
                        new Handing.Order("storeDelivery", Optional.empty(), messageId, subject),
                        content,
                        reader,
                        author);
    }

    /**
     * Has a message brought to a reader who waits for it at an address (MediateDelivery); returns when he has it.
     *
     * @param receiver the reader's address
     * @throws OsciException 9805 or 9808 when he does not take it
     */
    public ProcessCard mediate(String messageId, String subject, URI receiver, Content content, X509Certificate reader)
            throws IOException, OsciException {
        return new Handing(this::order, client, spool)
                .hand(
                        new Handing.Order("mediateDelivery", Optional.of(receiver), messageId, subject),
                        content,
                        reader,
                        client);
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
