package org.stadtbus.connector.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/**
 * Sends the reply to the applicant's case; called by {@code fit-connect-sink.kamelet.yaml}. The message id is the reply's id, by which
 * the zustelldienst knows one that comes again. Address and shape of the call are an assumption (see the connector's README).
 */
@Component("fitConnectReplies")
public final class FitConnectReplies {
    private static final String TYPE = "urn:stadtbus:reply:1.0";

    private final ObjectProvider<FitConnectApi> api;
    private final ObjectMapper json = new ObjectMapper();

    FitConnectReplies(ObjectProvider<FitConnectApi> api) {
        this.api = api;
    }

    /**
     * Sends the message that the delivery put into the exchange.
     *
     * @throws HubException permanent when it is no reply, has no case or FIT-Connect is not set up; else as the API's failures
     */
    public void send(Exchange exchange) {
        Message message = exchange.getProperty("stadtbus.message", Message.class);
        FitConnectApi target = api.getIfAvailable();
        if (target == null) {
            throw HubException.permanent(
                    "fit-connect-off", "FIT-Connect ist nicht eingerichtet (stadtbus.fit-connect.api-url fehlt).");
        }
        int status = target.reply(reply(message));
        exchange.getMessage().setHeader("StadtbusReceipt", "FIT-Connect hat die Antwort angenommen, HTTP " + status);
    }

    private ObjectNode reply(Message message) {
        String caseId = message.envelope().replyTo();
        if (!TYPE.equals(message.envelope().messageType()) || caseId == null) {
            throw HubException.permanent(
                    "not-a-reply",
                    "Über FIT-Connect gehen nur Antworten an Antragsteller, die darüber eingereicht haben.");
        }
        ObjectNode reply = json.createObjectNode()
                .put("replyId", message.envelope().messageId())
                .put("caseId", caseId);
        reply.set("content", content(message));
        return reply;
    }

    private JsonNode content(Message message) {
        try {
            return json.readTree(message.payload());
        } catch (IOException e) {
            throw new HubException(FailureKind.PERMANENT, "reply-not-json", "Die Antwort ist kein lesbares JSON.", e);
        }
    }
}
