package org.stadtbus.connector.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.stadtbus.connector.References;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Incoming;
import org.stadtbus.intake.Originals;

/**
 * Makes messages of what a procedure has ready.
 *
 * @param procedure its id
 * @param maxKept most bytes of a message that is too large to be taken and kept with its refusal
 */
record Letters(AnswerIntake intake, Originals originals, String procedure, long maxKept) {

    /**
     * A message as it came.
     *
     * @param tooLarge the hub cannot take it; it is kept as a file, which a refusal goes with
     */
    record Letter(Incoming incoming, boolean tooLarge) {}

    /** @throws HubException rejected ({@code http-too-large-to-keep}) when it is larger even than what is kept */
    Letter read(URI address, String contentType, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(Math.toIntExact(intake.maxAnswer()) + 1);
        Incoming incoming = incoming(address, contentType, bytes);
        if (bytes.length <= intake.maxAnswer()) {
            return new Letter(incoming, false);
        }
        try {
            return new Letter(originals.keep(incoming, body, maxKept), true);
        } catch (HubException e) {
            throw e.kind() == FailureKind.REJECTED ? HttpInboxFailures.tooLargeToKeep(maxKept) : e;
        }
    }

    /** What is known of a message of which nothing is kept. */
    Incoming unread(URI address) {
        return incoming(address, MediaType.APPLICATION_OCTET_STREAM_VALUE, new byte[0]);
    }

    private Incoming incoming(URI address, String contentType, byte[] bytes) {
        String key = address.toString();
        return new Incoming(procedure, References.of(key), key, contentType, extension(contentType), bytes, List.of());
    }

    /** What a file of this media type is called: the subtype, or its suffix (RFC 6839). */
    private static String extension(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            String suffix = type.getSubtypeSuffix();
            return suffix != null ? suffix : type.getSubtype().replaceFirst("octet-stream", "bin");
        } catch (InvalidMediaTypeException unknown) {
            return "bin";
        }
    }
}
