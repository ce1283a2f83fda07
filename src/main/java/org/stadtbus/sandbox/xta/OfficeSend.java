package org.stadtbus.sandbox.xta;

import jakarta.xml.ws.Holder;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.ParameterInvalidException;
import org.stadtbus.xta.SendPort;
import org.stadtbus.xta.SyncAsyncException;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.meta.MessageMetaData;

/** Takes messages, each id once. */
record OfficeSend(Post post, Trouble trouble) implements SendPort {
    static final String SENT = "gesendet";

    @Override
    public void sendMessage(GenericContentContainer content, MessageMetaData head)
            throws ParameterInvalidException, TechnicalProblemException {
        trouble.before();
        String name = head.identification == null ? "" : Names.file(head.identification.messageId);
        if (name.isEmpty()) {
            throw new ParameterInvalidException("Ohne MessageID.", Names.detail("9020", "Keine Parameter"));
        }
        if (post.head(SENT, name).isPresent()) {
            throw new ParameterInvalidException(
                    "MessageID schon vergeben.", Names.detail("9024", "MessageID ist bereits vergeben"));
        }
        post.keep(SENT, name, head, content);
        trouble.after();
    }

    @Override
    public GenericContentContainer sendMessageSync(GenericContentContainer content, Holder<MessageMetaData> metaData)
            throws SyncAsyncException {
        throw new SyncAsyncException("Nur asynchron.", Names.detail("9080", "Nur asynchron"));
    }
}
