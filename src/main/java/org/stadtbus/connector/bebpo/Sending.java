package org.stadtbus.connector.bebpo;

import jakarta.xml.bind.JAXB;
import jakarta.xml.ws.WebServiceException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.support.task.Tasks;
import org.apache.camel.support.task.budget.Budgets;
import org.stadtbus.broker.Notes;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.egvp.SendResponse;
import org.stadtbus.egvp.StateRequest;
import org.stadtbus.egvp.StateResponse;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/**
 * Sends one message. EGVP-Enterprise gives the id of a message with its answer only: what has an id is asked for and never sent again;
 * where the answer was lost the message goes again, with the same subject and bytes, by which its receiver sees the repetition. That it
 * was begun is noted before, so that the receipt can say so.
 */
final class Sending {
    private static final Set<String> ARRIVED =
            Set.of("OSCI_SENT", "WS_ASENT", "OSCI_RECEIVED", "OSCI_DELIVERED", "WS_RECEIVED", "OSCI_AV_OK");
    private static final Set<String> FAILED =
            Set.of("WS_UNSENDABLE", "WS_CANCELLED", "WS_UNPROCESSABLE", "OSCI_AV_INFECTED", "OSCI_AV_NO_RETRIAL");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final EgvpPort port;
    private final Requests requests;
    private final Notes notes;
    private final String userId;
    private final Duration patience;

    /** @param patience how long to wait for the intermediary within one attempt */
    Sending(EgvpPort port, Requests requests, Notes notes, String userId, Duration patience) {
        this.port = port;
        this.requests = requests;
        this.notes = notes;
        this.userId = userId;
        this.patience = patience;
    }

    /**
     * What the service says about a message it has.
     *
     * @param text in a few words
     * @param state its answer as XML
     */
    record Receipt(String text, byte[] state) {}

    /**
     * Sends the message unless the service has it already, and waits until the intermediary has it.
     *
     * @param procedure whose notebook holds the service's ids
     * @throws org.stadtbus.envelope.HubException as {@link BebpoFailures} says; transient while the message is on its way
     */
    Receipt send(String procedure, Message message, CamelContext camel) {
        String book = "bebpo-" + procedure;
        Envelope envelope = message.envelope();
        String key = envelope.messageId() + (envelope.replay() == 0 ? "" : "-r" + envelope.replay());
        String begun = key + "-begonnen";
        try {
            Optional<String> noted = notes.read(book, key);
            if (noted.isPresent()) {
                return receipt(noted.get(), "", camel);
            }
            boolean again = notes.read(book, begun).isPresent();
            notes.write(book, begun, "ja");
            String id = notes.write(book, key, hand(message));
            return receipt(
                    id, again ? "; ein früherer Versuch blieb ohne Antwort und kann auch angekommen sein" : "", camel);
        } catch (WebServiceException broken) {
            throw BebpoFailures.broken(broken);
        }
    }

    private String hand(Message message) {
        SendResponse answer = port.sendAsynchroniousMessage(requests.of(message));
        String id = Objects.requireNonNullElse(answer.customId, "").strip();
        boolean taken = EgvpPort.OK.equals(answer.returnCode) || "PENDING".equals(answer.returnCode);
        if (!taken || id.isEmpty()) {
            throw BebpoFailures.answered(answer.returnCode);
        }
        return id;
    }

    private Receipt receipt(String id, String remark, CamelContext camel) {
        StateResponse now = Tasks.foregroundTask()
                .withName("bebpo-" + id)
                .withBudget(Budgets.iterationTimeBudget()
                        .withMaxDuration(patience)
                        .withInterval(BETWEEN_LOOKS)
                        .build())
                .build()
                .run(camel, () -> state(id), answer -> ARRIVED.contains(state(answer)))
                .orElseGet(() -> state(id));
        if (!ARRIVED.contains(state(now))) {
            throw BebpoFailures.onItsWay(id, state(now));
        }
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        JAXB.marshal(now, xml);
        return new Receipt("EGVP " + id + ", Status " + state(now) + remark, xml.toByteArray());
    }

    private StateResponse state(String id) {
        StateRequest request = new StateRequest();
        request.userId = userId;
        request.customOrMessageId = id;
        StateResponse answer = port.getState(request);
        if ("NO_SUCH_MESSAGE_OR_CUSTOM_ID".equals(answer.returnCode)) {
            throw BebpoFailures.forgotten(id);
        }
        if (!EgvpPort.OK.equals(answer.returnCode)) {
            throw BebpoFailures.answered(answer.returnCode);
        }
        if (FAILED.contains(state(answer))) {
            throw BebpoFailures.notSent(id, state(answer));
        }
        return answer;
    }

    private static String state(StateResponse answer) {
        return Objects.requireNonNullElse(answer.state, "");
    }
}
