package org.stadtbus.connector.xta;

import jakarta.xml.bind.JAXB;
import jakarta.xml.ws.WebServiceException;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtbus.broker.Notes;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.ParameterInvalidException;
import org.stadtbus.xta.TransportReport;
import org.stadtbus.xta.XtaFault;
import org.stadtbus.xta.meta.Party;

/**
 * Sends one message through a provider: the id the provider gives is noted durably first. After a lost answer or a crash the provider
 * is asked for its report under the noted id before anything is sent again, so that the message reaches its reader once.
 */
final class Sending {
    private static final String ALREADY_USED = "9024";
    private static final int GREEN = 1;
    private static final int RED = 3;
    private static final String[] COLOURS = {"offen", "grün", "gelb", "rot"};

    private final XtaPorts ports;
    private final Heads heads;
    private final Notes notes;
    private final Parts parts;
    private final Party author;

    Sending(XtaPorts ports, Heads heads, Notes notes, Parts parts, XtaSettings account) {
        this.ports = ports;
        this.heads = heads;
        this.notes = notes;
        this.parts = parts;
        this.author = Heads.party(account.identifier(), account.identifierType());
    }

    /**
     * What the provider says about a message it has.
     *
     * @param text in a few words
     * @param report the transport report as XML; absent when it could not be had any more
     * @param id the provider's id of the message
     * @param isFinal false as long as the provider has not said that the message arrived
     */
    record Receipt(String text, byte @Nullable [] report, String id, boolean isFinal) {}

    /**
     * Sends the message unless the provider has it already.
     *
     * @param procedure whose notebook holds the provider's ids
     * @throws HubException as {@link XtaFailures} says; a {@code ReportedFailure} when the provider reports that it could not
     *     deliver
     */
    Receipt send(String procedure, Message message) {
        try {
            String book = "xta-" + procedure;
            Envelope envelope = message.envelope();
            String key = envelope.messageId() + (envelope.replay() == 0 ? "" : "-r" + envelope.replay());
            Optional<String> noted = notes.read(book, key);
            if (noted.isPresent()) {
                Optional<TransportReport> arrived = report(noted.get());
                if (arrived.isPresent()) {
                    return receipt(noted.get(), arrived.get());
                }
            }
            String id = noted.isPresent() ? noted.get() : notes.write(book, key, newId());
            hand(message, id);
            return report(id)
                    .map(report -> receipt(id, report))
                    .orElse(new Receipt("XTA " + id + ", angenommen", null, id, false));
        } catch (XtaFault fault) {
            throw XtaFailures.fault(fault);
        } catch (WebServiceException broken) {
            throw XtaFailures.broken(broken);
        }
    }

    /**
     * Asks what became of a message; nothing is sent.
     *
     * @return empty when the provider has no report any more
     * @throws HubException as {@link #send}
     */
    Optional<Receipt> inquire(String id) {
        try {
            return report(id).map(report -> receipt(id, report));
        } catch (XtaFault fault) {
            throw XtaFailures.fault(fault);
        } catch (WebServiceException broken) {
            throw XtaFailures.broken(broken);
        }
    }

    private String newId() throws XtaFault {
        return Objects.requireNonNullElse(
                        ports.management().createMessageId(author).getValue(), "")
                .strip();
    }

    /** Handing over twice under one id is what a provider refuses with a number of its own; then it has the message. */
    private void hand(Message message, String id) throws XtaFault {
        try {
            ports.send().sendMessage(parts.container(message), heads.of(message.envelope(), id));
        } catch (ParameterInvalidException refused) {
            if (!XtaFailures.number(refused).equals(ALREADY_USED)) {
                throw refused;
            }
        }
    }

    /** The provider's report; empty when it has no message under this id. */
    private Optional<TransportReport> report(String id) throws XtaFault {
        try {
            return Optional.ofNullable(ports.management().getTransportReport(Heads.uri(id), author));
        } catch (InvalidMessageIdException unknown) {
            return Optional.empty();
        }
    }

    private static Receipt receipt(String id, TransportReport report) {
        int status = report.status == null ? 0 : Objects.requireNonNullElse(report.status.status, 0);
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        JAXB.marshal(report, xml);
        if (status == RED) {
            throw XtaFailures.red(id, xml.toByteArray());
        }
        String colour = status > 0 && status < RED ? COLOURS[status] : COLOURS[0];
        return new Receipt("XTA " + id + ", Status " + colour, xml.toByteArray(), id, status == GREEN);
    }
}
