package org.stadtbus.connector.xta.provider;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.Parts;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Incoming;
import org.stadtbus.xta.ContentContainer;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.ParameterInvalidException;
import org.stadtbus.xta.SchemaViolationException;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.meta.MessageMetaData;

/** Takes one message in: attachments into the vault, the message through the intake. */
final class Reception {
    private static final String TOO_LARGE = "too-large";

    private final AnswerIntake intake;
    private final Parts parts;
    private final Sent sent;

    Reception(AnswerIntake intake, Parts parts, Sent sent) {
        this.intake = intake;
        this.parts = parts;
        this.sent = sent;
    }

    /** @param uuid the UUID of its message id; the same id with the same content again is taken once */
    void take(Account caller, String uuid, MessageMetaData head, @Nullable GenericContentContainer container)
            throws ParameterInvalidException, SchemaViolationException, TechnicalProblemException {
        String id = MessageIds.PREFIX + uuid;
        try {
            Incoming incoming = parts.incoming(caller.procedure(), id, content(caller, id, container));
            if (!sent.claim(caller.procedure(), uuid, incoming.content())) {
                throw journalled(incoming, "message-id-reused", Faults.idInUse());
            }
            sent.note(caller.procedure(), uuid, intake.takeInChecked(incoming), head);
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                throw refusal(e);
            }
            throw Faults.notNow(e);
        } catch (IOException e) {
            throw Faults.notNow(e);
        }
    }

    /** A refusal for size is the sender's parameter, any other is his message. */
    private static SchemaViolationException refusal(HubException why) throws ParameterInvalidException {
        if (why.problemCode().equals(TOO_LARGE)) {
            throw Faults.tooLarge(why);
        }
        return Faults.notValid(why);
    }

    /** People read in the journal what the sender hears. */
    private ParameterInvalidException journalled(Incoming incoming, String code, ParameterInvalidException fault) {
        intake.refuseUnread(incoming, HubException.rejected(code, String.valueOf(fault.getMessage())));
        return fault;
    }

    private ContentContainer content(Account caller, String id, @Nullable GenericContentContainer container)
            throws ParameterInvalidException {
        if (container == null || (container.content == null && container.encrypted == null)) {
            throw Faults.missing("ContentContainer");
        }
        if (container.content == null) {
            throw journalled(
                    Incoming.xml(caller.procedure(), id, new byte[0]),
                    "xta-encrypted",
                    Faults.combination(
                            "Der Hub nimmt keinen Inhalt an, der für einen anderen Leser verschlüsselt ist."));
        }
        if (container.content.message == null) {
            throw Faults.missing("Message");
        }
        return container.content;
    }
}
