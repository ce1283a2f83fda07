package org.stadtbus.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalEvent;

/** Events that were written before there were clearing cases. */
class OldEventsTest {
    private static final String OLD =
            """
            {"at":"2026-11-24T07:00:00Z","envelope":{"attachments":[],"businessKey":null,"channel":"rest",\
            "contentType":"application/json","createdAt":"2026-11-24T07:00:00Z","extension":"json",\
            "externalReference":"A-1","journeyId":"j","messageId":"m","messageType":"urn:stadtbus:form:bauantrag:1.0",\
            "replyTo":null,"service":"99012018001000","test":false,"unchecked":false},"eventId":"e","payload":null,\
            "sentence":"Das Ziel hat abgelehnt. Zuständig: betrieb.","state":"klaerfall","system":"bauantraege",\
            "type":"CLEARING"}""";

    @Test
    void oldEventIsReadAndKeepsItsTextAndThereforeItsPlaceInTheHashChain() {
        JournalCodec codec = new JournalCodec();

        JournalEvent event = codec.read(OLD);

        assertThat(event.clearing()).isNull();
        assertThat(event.envelope().replay()).isZero();
        assertThat(codec.write(event)).isEqualTo(OLD);
    }
}
