package org.stadtbus.flow;

import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.standards.Datatype;
import org.stadtbus.standards.Letters;
import org.stadtbus.standards.ValidationResult;

/**
 * {@code hub:letters?datatype=C}: checks the payload's letters against DIN 91379 and brings them into Unicode normalization form C. What
 * is in it stays what was sent; what is not becomes a new message, so the step belongs behind the check of what was sent.
 */
final class LettersStep {
    private final Letters letters;
    private final Datatype datatype;

    LettersStep(Letters letters, Datatype datatype) {
        this.letters = letters;
        this.datatype = datatype;
    }

    void perform(Hop hop) {
        Letters.Checked checked = letters.check(datatype, hop.current().payload());
        if (checked.result() instanceof ValidationResult.Invalid invalid) {
            throw fault(hop, invalid);
        }
        if (checked.result() instanceof ValidationResult.Unchecked unchecked) {
            hop.relabel(hop.envelope().markedUnchecked());
            hop.journal(EventType.VALIDATED, "stadtbus", "Ungeprüft: " + unchecked.reason());
        } else {
            hop.journal(EventType.VALIDATED, "stadtbus", "Alle Buchstaben nach DIN 91379, Datentyp " + datatype + ".");
        }
        checked.normalized().ifPresent(bytes -> become(hop, bytes));
    }

    private void become(Hop hop, byte[] bytes) {
        String id = Ids.derived(hop.envelope().messageId(), "nfc");
        Envelope sent = hop.envelope();
        hop.become(new Message(sent.derived(id, sent.messageType(), sent.contentType(), sent.extension()), bytes));
        hop.journalWithPayload(EventType.MAPPED, "stadtbus", "In die Unicode-Normalform C gebracht.");
    }

    private HubException fault(Hop hop, ValidationResult.Invalid invalid) {
        String sentence = "Nicht nach DIN 91379: " + invalid.sentence();
        return hop.asSent()
                ? HubException.rejected("letters-forbidden", sentence)
                : HubException.permanent("produced-letters-forbidden", sentence);
    }
}
