package org.stadtbus.connector.xta.provider;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.Parts;
import org.stadtbus.connector.xta.provider.OpenRequests.Open;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.box.MsgAttributes;
import org.stadtbus.xta.box.MsgBoxResponse;
import org.stadtbus.xta.box.MsgStatusList;
import org.stadtbus.xta.box.NoMessageAvailable;
import org.stadtbus.xta.meta.MessageMetaData;

/** Messages of a mailbox as the message box shows them; attachments flow out of the vault while they are read. */
final class Letters {
    private static final String REASONS = "http://www.osci.eu/ws/2008/05/transport/MsgBox/reasons/";
    private static final String HEADS = "MessageMetaData";

    private final Parts parts;
    private final Heads heads;

    Letters(Parts parts, Heads heads) {
        this.parts = parts;
        this.heads = heads;
    }

    MessageMetaData head(Envelope mail, Account reader) {
        return heads.of(mail, reader);
    }

    GenericContentContainer content(Message message) {
        return parts.container(message);
    }

    /** @param form {@code MessageMetaData}, or anything else for the short form */
    MsgStatusList list(List<Message> page, Account reader, @Nullable String form) {
        MsgStatusList list = new MsgStatusList();
        for (Message message : page) {
            if (HEADS.equals(form)) {
                list.metaData.add(head(message.envelope(), reader));
            } else {
                list.attributes.add(attributes(message));
            }
        }
        return list;
    }

    private static MsgAttributes attributes(Message message) {
        Envelope envelope = message.envelope();
        MsgAttributes attributes = new MsgAttributes();
        attributes.messageId = MessageIds.uri(MessageIds.of(envelope));
        attributes.scenario = envelope.messageType();
        long size = message.payload().length
                + envelope.attachments().stream().mapToLong(Attachment::size).sum();
        attributes.size = (int) Math.min(size, Integer.MAX_VALUE);
        attributes.delivered = envelope.createdAt();
        return attributes;
    }

    static MsgBoxResponse pending(Open open) {
        MsgBoxResponse response = new MsgBoxResponse();
        response.requestId = open.id();
        response.itemsPending = (long) open.pending();
        return response;
    }

    static MsgBoxResponse nothing(Open open) {
        return none(open.id(), "NoMatch");
    }

    static MsgBoxResponse unknownRequest(@Nullable String id) {
        return none(Objects.requireNonNullElse(id, "urn:uuid:"), "RequestIdInvalid");
    }

    private static MsgBoxResponse none(String id, String reason) {
        MsgBoxResponse response = new MsgBoxResponse();
        response.requestId = id;
        response.noMessage = new NoMessageAvailable();
        response.noMessage.reason = REASONS + reason;
        return response;
    }
}
