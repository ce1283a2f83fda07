package org.stadtbus.sandbox.gericht;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Makes the electronic acknowledgement of receipt (XJustiz 2200007) of a message. */
final class Acknowledgement {
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    private final Templates sheet;

    Acknowledgement() {
        try {
            sheet = TransformerFactory.newDefaultInstance()
                    .newTemplates(new StreamSource(
                            Objects.requireNonNull(Acknowledgement.class.getResourceAsStream("eeb.xsl"))));
        } catch (TransformerException e) {
            throw new IllegalStateException("The sheet of the sandbox is not usable", e);
        }
    }

    /**
     * The acknowledgement; positive when nothing is missing.
     *
     * @param message XJustiz 0005005
     * @param id UUID it gets
     * @param number file number of the public prosecutor's office
     */
    byte[] of(byte[] message, String id, String number, Instant now) {
        try {
            Transformer transformer = sheet.newTransformer();
            Map.of(
                            "id",
                            id,
                            "number",
                            number,
                            "now",
                            now.truncatedTo(ChronoUnit.SECONDS).toString(),
                            "day",
                            now.atZone(HERE).toLocalDate().toString())
                    .forEach(transformer::setParameter);
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            transformer.transform(new StreamSource(new ByteArrayInputStream(message)), new StreamResult(made));
            return made.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("The message is no XML", e);
        }
    }
}
