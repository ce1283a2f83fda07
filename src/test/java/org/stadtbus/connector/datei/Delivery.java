package org.stadtbus.connector.datei;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.vault.Vault;

/** Deliveries of one message with {@code datei-sink}. */
final class Delivery implements AutoCloseable {
    static final String NAME = "nachricht-1.xml";
    static final byte[] PAYLOAD = "<antrag/>".getBytes(StandardCharsets.UTF_8);

    private final CamelContext camel;
    private final Map<String, String> properties;

    Delivery(Path folder, Vault vault, Map<String, String> properties) {
        this.properties = new LinkedHashMap<>(Map.of("folder", folder.toString(), "attachments", "true"));
        this.properties.putAll(properties);
        try {
            camel = Kamelets.context("datei/datei-sink.kamelet.yaml");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        camel.getRegistry().bind("vault", Vault.class, vault);
        camel.start();
    }

    String deliver(Attachment... attachments) {
        Exchange done = send(PAYLOAD, attachments);
        if (done.getException() != null) {
            throw new AssertionError(done.getException());
        }
        return done.getMessage().getHeader("StadtbusReceipt", String.class);
    }

    HubException failure(Attachment... attachments) {
        return (HubException) Objects.requireNonNull(send(PAYLOAD, attachments).getException());
    }

    HubException failure(String payload) {
        return (HubException) Objects.requireNonNull(
                send(payload.getBytes(StandardCharsets.UTF_8)).getException());
    }

    private Exchange send(byte[] payload, Attachment... attachments) {
        Envelope envelope = Envelope.builder("nachricht-1", "vorgang-1", Instant.EPOCH)
                .contentType("application/xml")
                .extension("xml")
                .attachments(List.of(attachments))
                .build();
        return camel.createProducerTemplate()
                .send(Kamelets.uri("datei-sink/amt", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(payload);
                    exchange.getIn().setHeader("StadtbusFileName", NAME);
                    exchange.setProperty("stadtbus.message", new Message(envelope, payload));
                });
    }

    static Attachment attachment(Vault vault, String id, String filename, byte[] bytes) {
        vault.store("", bytes);
        return new Attachment(id, filename, "application/pdf", "", bytes.length, Ids.sha256(bytes));
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }
}
