package org.stadtbus.connector.bebpo;

import jakarta.activation.DataSource;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.xml.ws.WebServiceException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtbus.egvp.CommitRequest;
import org.stadtbus.egvp.CommitResponse;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.egvp.ReceiveRequest;
import org.stadtbus.egvp.ReceiveResponse;
import org.stadtbus.egvp.UncommittedMessage;
import org.stadtbus.egvp.UncommittedRequest;
import org.stadtbus.egvp.UncommittedResponse;

/** Fetches what lies in the authority's mailbox; a message is committed there only when its taker has it. */
final class Fetching {
    /** The service is not ready to hand it out, or has none of this id any more: the next look shows. */
    private static final Set<String> NOT_NOW =
            Set.of("RECEIVE_IN_PROGRESS", "MESSAGE_WILL_BE_RECEIVED", "NO_SUCH_MESSAGE", "NO_MESSAGES_TO_RECEIVE");

    private static final DataSource EMPTY = new ByteArrayDataSource(new byte[0], "application/zip");

    private final EgvpPort port;
    private final String userId;

    Fetching(EgvpPort port, String userId) {
        this.port = port;
        this.userId = userId;
    }

    /** Takes a message; when it returns, the message may leave the mailbox. */
    @FunctionalInterface
    interface Taker {
        void take(String id, DataSource zip) throws Exception;
    }

    /** Ids of all that lies in the mailbox. */
    List<String> waiting() {
        try {
            UncommittedRequest request = new UncommittedRequest();
            request.userId = userId;
            UncommittedResponse answer = port.getUncommittedMessageIDs(request);
            check(answer.returnCode, Set.of());
            return answer.messages.stream()
                    .filter(Objects::nonNull)
                    .map(Fetching::id)
                    .filter(id -> !id.isEmpty())
                    .toList();
        } catch (WebServiceException broken) {
            throw BebpoFailures.broken(broken);
        }
    }

    /**
     * Fetches one message and commits it when the taker has it.
     *
     * @return false when the service does not hand it out now
     * @throws Exception what the taker throws: the message stays in the mailbox
     */
    boolean fetch(String id, Taker taker) throws Exception {
        try {
            ReceiveRequest request = new ReceiveRequest();
            request.userId = userId;
            request.messageId = id;
            ReceiveResponse answer = port.receiveMessage(request);
            if (answer.returnCode != null && NOT_NOW.contains(answer.returnCode)) {
                return false;
            }
            check(answer.returnCode, Set.of());
            taker.take(id, answer.zip == null ? EMPTY : answer.zip.getDataSource());
            commit(id);
            return true;
        } catch (WebServiceException broken) {
            throw BebpoFailures.broken(broken);
        }
    }

    private void commit(String id) {
        CommitRequest request = new CommitRequest();
        request.userId = userId;
        request.messageId = id;
        CommitResponse answer = port.commitReceivedMessage(request);
        check(answer.returnCode, Set.of("MESSAGE_ALREADY_COMMITTED"));
    }

    private static void check(@Nullable String code, Set<String> alsoGood) {
        if (!EgvpPort.OK.equals(code) && (code == null || !alsoGood.contains(code))) {
            throw BebpoFailures.answered(code);
        }
    }

    private static String id(UncommittedMessage message) {
        return Objects.requireNonNullElse(message.messageId, "").strip();
    }
}
