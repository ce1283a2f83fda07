package org.stadtbus.sandbox.osci;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stadtbus.osci.Certificates;
import org.stadtbus.osci.Envelope;
import org.stadtbus.osci.Feedback;
import org.stadtbus.osci.MimeFile;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciMessage;
import org.stadtbus.osci.ProcessCard;
import org.stadtbus.osci.Xml;
import org.w3c.dom.Element;

/** Carries out one order of a dialog and fills its answer; what goes wrong in the order itself is its feedback. */
final class Orders {
    private static final String CERTIFICATES = "osci:NonIntermediaryCertificates";

    private final Mailboxes mailboxes;
    private final Mediation mediation;

    Orders(Mailboxes mailboxes, Mediation mediation) {
        this.mailboxes = mailboxes;
        this.mediation = mediation;
    }

    /**
     * @param own adds the intermediary's certificates, at its place among the header blocks
     * @return the answer with its attachments
     * @throws OsciException 9300 when there is no such order
     */
    OsciMessage carryOut(OsciMessage order, Envelope answer, OpenDialog dialog, Consumer<Envelope> own)
            throws OsciException, IOException {
        return switch (order.read().order()) {
            case "getMessageId" -> messageId(answer, own);
            case "storeDelivery" -> store(order, answer, own);
            case "mediateDelivery" -> mediate(order, answer, own);
            case "fetchDelivery" -> fetch(order, answer, dialog, own);
            case "fetchProcessCard" -> card(order, answer, own);
            case "exitDialog" -> exit(answer, own);
            default -> throw new OsciException(OsciCode.ORDER, "Diesen Auftrag gibt es nicht.");
        };
    }

    private static OsciMessage plain(Envelope answer) {
        return new OsciMessage(answer.document(), List.of());
    }

    private static OsciMessage exit(Envelope answer, Consumer<Envelope> own) {
        own.accept(answer);
        Feedback.write(Xml.add(answer.body(), "osci:responseToExitDialog"), OsciCode.DONE);
        return plain(answer);
    }

    private OsciMessage messageId(Envelope answer, Consumer<Envelope> own) {
        own.accept(answer);
        Element body = Xml.add(answer.body(), "osci:responseToGetMessageId");
        Feedback.write(body, OsciCode.DONE);
        ProcessCard.addMessageId(body, mailboxes.newId());
        return plain(answer);
    }

    private OsciMessage store(OsciMessage order, Envelope answer, Consumer<Envelope> own)
            throws OsciException, IOException {
        Element block = answer.block("osci:responseToStoreDelivery");
        try {
            ProcessCard card = mailboxes.keep(order).card();
            Feedback.write(block, OsciCode.DONE);
            card.write(block, subject(order), certificates(order));
        } catch (OsciException e) {
            if (!e.is(OsciCode.MESSAGE_ID)) {
                throw e;
            }
            Feedback.write(block, OsciCode.MESSAGE_ID);
        }
        own.accept(answer);
        return plain(answer);
    }

    private OsciMessage mediate(OsciMessage order, Envelope answer, Consumer<Envelope> own)
            throws OsciException, IOException {
        Element block = answer.block("osci:responseToMediateDelivery");
        try {
            OsciCode ended = mediation.bring(mailboxes.freshId(order), order, certificates(order));
            Feedback.write(block, ended);
            if (ended == OsciCode.DONE) {
                mailboxes.received(
                        mailboxes.forwarded(mailboxes.keep(order)).card().messageId());
                ProcessCard card = mailboxes
                        .find(ProcessCard.messageId(order.read().require("osci:mediateDelivery")))
                        .orElseThrow()
                        .card();
                card.write(block, "osci:RequestProcessCardBundle", subject(order), certificates(order));
            }
        } catch (OsciException e) {
            if (!e.is(OsciCode.MESSAGE_ID)) {
                throw e;
            }
            Feedback.write(block, OsciCode.MESSAGE_ID);
        }
        own.accept(answer);
        return plain(answer);
    }

    private OsciMessage fetch(OsciMessage order, Envelope answer, OpenDialog dialog, Consumer<Envelope> own)
            throws OsciException, IOException {
        Element block = answer.block("osci:responseToFetchDelivery");
        Optional<Mailboxes.Delivery> waiting = mailboxes.waiting(OsciPost.fingerprint(dialog.cipher()));
        Feedback.write(block, waiting.isPresent() ? OsciCode.DONE : OsciCode.NO_DELIVERY);
        Xml.add(block, "osci:fetchDelivery");
        if (waiting.isEmpty()) {
            own.accept(answer);
            return plain(answer);
        }
        Mailboxes.Delivery delivery = mailboxes.forwarded(waiting.get());
        dialog.fetched(delivery.card().messageId());
        OsciMessage stored = MimeFile.read(delivery.file());
        delivery.card().write(block, subject(stored), certificates(stored));
        own.accept(answer);
        Element certificates = stored.read().require(CERTIFICATES);
        Element there = answer.certificates(CERTIFICATES);
        Xml.children(certificates).forEach(c -> adopt(there, c));
        Xml.children(stored.read().body()).forEach(content -> adopt(answer.body(), content));
        return new OsciMessage(answer.document(), stored.parts(), stored.files());
    }

    private static void adopt(Element parent, Element child) {
        parent.appendChild(parent.getOwnerDocument().adoptNode(child));
    }

    private OsciMessage card(OsciMessage order, Envelope answer, Consumer<Envelope> own)
            throws OsciException, IOException {
        own.accept(answer);
        Element asked = Xml.require(order.read().body(), "osci:fetchProcessCard");
        Optional<Mailboxes.Delivery> found =
                mailboxes.find(ProcessCard.messageId(Xml.require(asked, "osci:SelectionRule")));
        Element body = Xml.add(answer.body(), "osci:responseToFetchProcessCard");
        Feedback.write(body, found.isPresent() ? OsciCode.DONE : OsciCode.NO_PROCESS_CARD);
        Element copy = Xml.add(body, "osci:fetchProcessCard");
        for (Element rule : Xml.children(asked)) {
            copy.appendChild(answer.document().importNode(rule, true));
        }
        if (found.isPresent()) {
            try (OsciMessage stored = MimeFile.read(found.get().file())) {
                found.get().card().write(body, subject(stored), certificates(stored));
            }
        }
        return plain(answer);
    }

    private static String subject(OsciMessage order) throws OsciException {
        return Xml.text(order.read().require("osci:" + order.read().order()), "osci:Subject");
    }

    private static List<X509Certificate> certificates(OsciMessage order) throws OsciException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Element holder : Xml.children(order.read().require(CERTIFICATES))) {
            Certificates.read(holder).ifPresent(certificates::add);
        }
        return certificates;
    }
}
