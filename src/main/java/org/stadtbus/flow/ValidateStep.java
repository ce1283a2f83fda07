package org.stadtbus.flow;

import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.standards.Reading;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/**
 * {@code hub:validate?schema=<id>}: checks the payload against an official bundle or a JSON Schema.
 *
 * <p>A fault in what a sender sent is the sender's (rejected); a fault in what a mapping made is ours (permanent).
 */
final class ValidateStep {
    private final Standards standards;
    private final String schema;

    ValidateStep(Standards standards, String schema) {
        this.standards = standards;
        this.schema = schema;
    }

    void perform(Hop hop) {
        ValidationResult result = read(hop);
        if (result instanceof ValidationResult.Valid) {
            hop.journal(EventType.VALIDATED, "stadtbus", "Gültig nach " + schema + ".");
        } else if (result instanceof ValidationResult.Unchecked unchecked) {
            hop.relabel(hop.envelope().markedUnchecked());
            hop.journal(EventType.VALIDATED, "stadtbus", "Ungeprüft: " + unchecked.reason());
        } else if (result instanceof ValidationResult.Invalid invalid) {
            throw fault(hop, invalid);
        }
    }

    /** What came in will be mapped next, and is read only once for both; what a mapping made leaves the hub. */
    private ValidationResult read(Hop hop) {
        byte[] payload = hop.current().payload();
        if (!hop.asSent()) {
            return standards.validate(schema, payload);
        }
        Reading reading = standards.read(schema, payload);
        hop.keep(reading.tree());
        return reading.result();
    }

    private HubException fault(Hop hop, ValidationResult.Invalid invalid) {
        String sentence = "Nicht gültig nach " + schema + ": " + invalid.sentence();
        return hop.asSent()
                ? HubException.rejected("schema-violation", sentence)
                : HubException.permanent("produced-invalid", sentence);
    }
}
