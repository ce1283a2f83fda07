package org.stadtbus.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Retry;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/** The proof a target gives stands with the journey. */
class ReceiptTest {
    private static final byte[] REPORT = "<TransportReport/>".getBytes(UTF_8);

    private final Procedure procedure = mock(Procedure.class, RETURNS_DEEP_STUBS);

    private Outbox delivered(Receipt receipt) {
        when(procedure.id()).thenReturn("kfz-zulassung");
        when(procedure.delivery().retry()).thenReturn(new Retry(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0));
        Clock clock = Clock.systemUTC();
        Delivery delivery = new Delivery(
                procedure,
                message -> receipt,
                mock(Gate.class),
                mock(JourneyOrder.class),
                mock(Clearing.class),
                clock,
                clock);
        Message message = new Message(
                Envelope.builder("nachricht", "vorgang", Instant.EPOCH).build(), new byte[0]);
        Received received = mock(Received.class);
        when(received.message()).thenReturn(message);
        return delivery.attempt(received);
    }

    @Test
    void documentIsJournalledWithTheDelivery() {
        assertThat(delivered(new Receipt("XTA 1", REPORT, Optional.empty())).events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.payload()).isEqualTo(REPORT);
                    assertThat(event.event().payload())
                            .extracting(PayloadRef::sha256)
                            .isEqualTo(Ids.sha256(REPORT));
                    assertThat(event.event().sentence()).isEqualTo("Zugestellt: XTA 1.");
                });
    }

    @Test
    void receiptWithoutDocumentIsASentenceAlone() {
        assertThat(delivered(Receipt.of("HTTP 202")).events()).singleElement().satisfies(event -> {
            assertThat(event.payload()).isNull();
            assertThat(event.event().payload()).isNull();
        });
    }
}
