package org.stadtbus.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/** A procedure's sink Kamelet with the properties of its catalogue entry. */
final class Sink implements Target, Inquirer {
    /** Exchange property for a connector's proof of delivery, XML. */
    private static final String RECEIPT = "stadtbus.receipt";
    /** Exchange property with the target's own id of a message whose proof may still change; as long as this is set, it may. */
    private static final String OPEN = "stadtbus.receipt.open";
    /** Exchange property with how long to ask for it, a {@link Duration}. */
    private static final String LIMIT = "stadtbus.receipt.limit";
    /** Exchange property of an inquiry: the target's own id of a message it has, which is not handed over again. */
    private static final String INQUIRY = "stadtbus.inquiry";
    /** Header with what the target says, in a few words. */
    private static final String SAYS = "StadtbusReceipt";

    private final ProducerTemplate camel;
    private final Procedure procedure;
    private final Endpoint endpoint;

    Sink(ProducerTemplate camel, Procedure procedure, String connector, Map<String, String> properties) {
        this.camel = camel;
        this.procedure = procedure;
        // one route for all deliveries, made before the first of them: Camel lets a second route of the same id replace
        // the first
        this.endpoint =
                camel.getCamelContext().getEndpoint(uri(connector + "-sink/ausgang-" + procedure.id(), properties));
    }

    /** Address of a Kamelet with these properties; values are taken as they are, whatever letters they hold. */
    static String uri(String kamelet, Map<String, String> properties) {
        return "kamelet:" + kamelet
                + properties.entrySet().stream()
                        .map(e -> e.getKey() + "=RAW{" + e.getValue() + "}")
                        .collect(Collectors.joining("&", properties.isEmpty() ? "" : "?", ""));
    }

    @Override
    public Receipt deliver(Message message) throws Exception {
        return receipt(send(message, exchange -> {}));
    }

    @Override
    public Optional<Receipt> inquire(Message message, String peerId) throws Exception {
        Exchange done = send(message, exchange -> exchange.setProperty(INQUIRY, peerId));
        return Optional.ofNullable(done.getMessage().getHeader(SAYS)).map(says -> receipt(done));
    }

    private Exchange send(Message message, Consumer<Exchange> purpose) throws Exception {
        Exchange done = camel.send(endpoint, ExchangePattern.InOut, exchange -> {
            exchange.getIn().setBody(message.payload());
            exchange.getIn().setHeaders(headers(message.envelope()));
            exchange.setProperty("stadtbus.message", message);
            purpose.accept(exchange);
        });
        Exception thrown = done.getException();
        if (thrown != null) {
            throw thrown;
        }
        return done;
    }

    private static Receipt receipt(Exchange done) {
        Duration limit = done.getProperty(LIMIT, Duration.ZERO, Duration.class);
        return new Receipt(
                done.getMessage().getHeader(SAYS, "angenommen", String.class),
                done.getProperty(RECEIPT, byte[].class),
                Optional.ofNullable(done.getProperty(OPEN, String.class))
                        .filter(id -> limit.compareTo(Duration.ZERO) > 0)
                        .map(id -> new Receipt.Open(id, limit)));
    }

    private Map<String, Object> headers(Envelope e) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("StadtbusMessageId", e.messageId());
        headers.put("StadtbusJourneyId", e.journeyId());
        headers.put("StadtbusService", e.service());
        headers.put("StadtbusMessageType", e.messageType());
        headers.put("StadtbusContentType", e.contentType());
        headers.put("StadtbusFileName", e.messageId() + "." + e.extension());
        headers.put("StadtbusProcedure", procedure.id());
        e.knownBusinessKey().ifPresent(key -> headers.put("StadtbusBusinessKey", key));
        return headers;
    }
}
