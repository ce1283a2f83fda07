package org.stadtbus.connector.xta.provider;

import jakarta.jws.WebService;
import jakarta.xml.ws.Holder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.Names;
import org.stadtbus.xta.ParameterInvalidException;
import org.stadtbus.xta.PermissionDeniedException;
import org.stadtbus.xta.SchemaViolationException;
import org.stadtbus.xta.SendPort;
import org.stadtbus.xta.SyncAsyncException;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.Party;

/** Takes what procedures send; when it answers without a fault, the hub has the message durably. */
@WebService(endpointInterface = "org.stadtbus.xta.SendPort", targetNamespace = Names.XTA)
final class SendService implements SendPort {
    private final Accounts accounts;
    private final Reception reception;

    SendService(Accounts accounts, Reception reception) {
        this.accounts = accounts;
        this.reception = reception;
    }

    @Override
    public void sendMessage(@Nullable GenericContentContainer content, @Nullable MessageMetaData head)
            throws PermissionDeniedException, ParameterInvalidException, TechnicalProblemException,
                    SchemaViolationException {
        Account caller = accounts.caller(author(head));
        if (head == null || author(head) == null) {
            throw Faults.missing("MessageMetaData mit Author");
        }
        reception.take(caller, id(head), head, content);
    }

    @Override
    public GenericContentContainer sendMessageSync(GenericContentContainer content, Holder<MessageMetaData> head)
            throws PermissionDeniedException, SyncAsyncException {
        accounts.caller(author(head.value));
        throw Faults.onlyAsynchronous();
    }

    private static @Nullable Party author(@Nullable MessageMetaData head) {
        return head == null || head.originators == null ? null : head.originators.author;
    }

    private static String id(MessageMetaData head) throws ParameterInvalidException {
        if (head.identification == null || head.identification.messageId == null) {
            throw Faults.missing("MessageID");
        }
        Optional<String> uuid = MessageIds.uuid(MessageIds.text(head.identification.messageId));
        return uuid.orElseThrow(
                () -> Faults.combination("Die MessageID wurde nicht von createMessageId dieses Anbieters vergeben."));
    }
}
