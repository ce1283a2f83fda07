package org.stadtbus.connector.soap.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.stadtbus.broker.Notes;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.intake.Incoming;

/** Which content came under an id first; it stands in the procedure's notebook before the message is taken. */
final class Claims {
    private final Notes notes;

    Claims(Notes notes) {
        this.notes = notes;
    }

    /** @throws HubException rejected when another content came under the same id; transient when nobody can say at the moment */
    void claim(Incoming incoming) {
        String key = Ids.sha256(incoming.duplicateKey().getBytes(UTF_8));
        String content = incoming.content();
        if (!notes.write("soap-ein-" + incoming.procedure(), key, content).equals(content)) {
            throw SourceFailures.idReused();
        }
    }
}
