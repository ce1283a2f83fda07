package org.stadtbus.standards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.stadtbus.envelope.HubException;

/** The one way JSON forms are read: UTF-8, bounded depth, no field twice, numbers digit by digit. Safe for many threads. */
final class FormReader {
    private static final int MAX_DEPTH = 100;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /**
     * Reads a form.
     *
     * @throws HubException rejected ({@code empty-body}, {@code not-utf8}, {@code not-well-formed})
     */
    JsonNode read(byte[] content) {
        XmlBytes.requireContent(content);
        XmlBytes.requireUtf8(content);
        try {
            return mapper.readTree(content);
        } catch (JsonProcessingException e) {
            throw HubException.rejected("not-well-formed", sentence(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] write(JsonNode form) {
        try {
            return mapper.writeValueAsBytes(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form that was read cannot be written", e);
        }
    }

    private static String sentence(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " (Zeile %d, Spalte %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        String cause = e instanceof JsonParseException
                        && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
                ? "Die Nachricht nennt ein Feld zweimal"
                : "Die Nachricht ist kein lesbares JSON";
        return cause + place + ".";
    }
}
