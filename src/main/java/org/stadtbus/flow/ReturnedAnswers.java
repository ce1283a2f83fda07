package org.stadtbus.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.MappingResult;

/**
 * Answers on their way to the procedure that handed the application in: it reads them in its own standard, not as a state with a
 * sentence. Filled while the routes are loaded.
 */
@Component
final class ReturnedAnswers {
    private final Catalogue catalogue;
    private final MappingContexts contexts = new MappingContexts();
    private final Map<String, Mapping> byProcedure = new ConcurrentHashMap<>();

    ReturnedAnswers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param mapping makes of an answer to an application of this procedure what the procedure reads; its type stays what it is */
    void put(String procedure, Mapping mapping) {
        byProcedure.put(procedure, mapping);
    }

    /**
     * The answer in hand for the procedure the journey came from; for the same answer it is the same message. Empty when the
     * journey came in another way.
     *
     * @throws HubException as the mapping refuses it
     */
    Optional<Outgoing> of(Hop hop) {
        String procedure = hop.envelope().channel();
        return Optional.ofNullable(byProcedure.get(procedure))
                .map(mapping -> Outgoing.delivery(catalogue.require(procedure), message(hop, mapping)));
    }

    private Message message(Hop hop, Mapping mapping) {
        Envelope answer = hop.envelope();
        String id = Ids.derived(answer.messageId(), mapping.id());
        MappingResult made = mapping.apply(hop.current().payload(), hop.tree(), contexts.of(answer, id));
        return new Message(
                answer.derived(id, answer.messageType(), made.contentType(), made.extension()), made.bytes());
    }
}
