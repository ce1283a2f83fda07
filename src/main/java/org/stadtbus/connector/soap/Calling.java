package org.stadtbus.connector.soap;

import java.util.Optional;
import org.stadtbus.connector.PostEndpoint.Receipt;
import org.stadtbus.connector.PostEndpoint.Sender;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.standards.SecureXml;
import org.w3c.dom.Document;

/** Hands over a message with one call; the content of the answer is its receipt. */
final class Calling implements Sender {
    private final SoapClient client;
    private final Answers answers;
    private final boolean attachments;

    /** @param attachments whether files of a message go with it */
    Calling(SoapClient client, Answers answers, boolean attachments) {
        this.client = client;
        this.answers = answers;
        this.attachments = attachments;
    }

    /** @throws HubException as {@link SoapFailures} says */
    @Override
    public Receipt send(String procedure, Message message) {
        return answers.content(call(message))
                .map(content -> new Receipt("SOAP, mit Antwort", content))
                .orElseGet(() -> new Receipt("SOAP, angenommen ohne Antwort", null));
    }

    /**
     * The content of the answer to a message.
     *
     * @throws HubException also when there is none, or files came with it
     */
    byte[] answer(Message message) {
        HttpAnswer answer = call(message);
        Optional<byte[]> content = answers.content(answer);
        if (answer.files()) {
            throw SoapFailures.answerWithFiles();
        }
        return content.orElseThrow(SoapFailures::noAnswer);
    }

    private HttpAnswer call(Message message) {
        if (!attachments && !message.envelope().attachments().isEmpty()) {
            throw SoapFailures.withFiles();
        }
        Document document = document(message);
        if (attachments && !Includes.lead(document, message.envelope().attachments())) {
            throw SoapFailures.fileMissing();
        }
        return client.call(message.envelope(), document);
    }

    private static Document document(Message message) {
        try {
            return SecureXml.document(message.payload());
        } catch (HubException unreadable) {
            throw SoapFailures.noXml(unreadable);
        }
    }
}
