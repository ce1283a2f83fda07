package org.stadtbus.clearing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** Checks a replaced payload against what the route would check it against. */
@Component
class RepairCheck {
    private final Catalogue catalogue;
    private final Standards standards;

    RepairCheck(Catalogue catalogue, Standards standards) {
        this.catalogue = catalogue;
        this.standards = standards;
    }

    /**
     * Checks the payload.
     *
     * @param queue where the message failed
     * @return what was checked, in a German sentence
     * @throws HubException rejected ({@code schema-violation} or unreadable) with what is wrong
     */
    String check(String queue, Envelope envelope, byte[] payload) {
        List<String> schemas = schemas(queue, envelope);
        if (schemas.isEmpty()) {
            return "Ungeprüft: Für diese Nachrichten ist kein Schema hinterlegt.";
        }
        ValidationResult first = standards.validate(schemas.get(0), payload);
        for (String schema : schemas) {
            ValidationResult result = standards.validate(schema, payload);
            if (result instanceof ValidationResult.Valid) {
                return "Gültig nach " + schema + ".";
            }
        }
        if (first instanceof ValidationResult.Invalid invalid) {
            throw HubException.rejected(
                    "schema-violation", "Nicht gültig nach " + schemas.get(0) + ": " + invalid.sentence());
        }
        return first instanceof ValidationResult.Unchecked unchecked ? "Ungeprüft: " + unchecked.reason() : "";
    }

    private List<String> schemas(String queue, Envelope e) {
        Optional<String> author = Queues.procedureOfAnswers(queue);
        if (author.isPresent()) {
            return author
                    .flatMap(catalogue::find)
                    .flatMap(procedure -> procedure.connection().flatMap(Connection::standard))
                    .stream()
                    .toList();
        }
        Optional<ServiceRoute> route = catalogue.findRoute(e.service());
        Optional<String> form = route.flatMap(r -> r.formSchema(e.messageType()));
        if (form.isPresent()) {
            return form.stream().toList();
        }
        List<String> known = route.map(ServiceRoute::standards).orElse(List.of());
        return e.contentType().endsWith("xml") ? known : List.of();
    }
}
