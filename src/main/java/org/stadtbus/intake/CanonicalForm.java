package org.stadtbus.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.stadtbus.envelope.HubException;

/**
 * Form data as the hub keeps it: UTF-8 JSON, keys in order, no white space between; letters are not touched. The same form is
 * byte-equal whatever channel brought it.
 */
final class CanonicalForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CanonicalForm() {}

    /** @throws HubException rejected ({@code empty}, {@code too-large}, {@code not-utf-8}, {@code not-json}) */
    static byte[] of(byte[] received, long limit) {
        if (received.length == 0) {
            throw HubException.rejected("empty", "Die Formulardaten sind leer.");
        }
        if (received.length > limit) {
            throw HubException.rejected(
                    "too-large", "Die Formulardaten sind größer als " + limit / 1024 / 1024 + " MB.");
        }
        String text = decode(received);
        try {
            Object tree = JSON.readValue(text, Object.class);
            if (!(tree instanceof java.util.Map)) {
                throw HubException.rejected("not-json", "Die Formulardaten sind kein JSON-Objekt.");
            }
            return encode(JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw HubException.rejected("not-json", "Die Formulardaten sind kein lesbares JSON" + place(e) + ".");
        }
    }

    private static String decode(byte[] received) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(received))
                    .toString();
        } catch (CharacterCodingException e) {
            throw HubException.rejected(
                    "not-utf-8", "Die Formulardaten sind als UTF-8 angekündigt, sind es aber nicht.");
        }
    }

    /** An escape like {@code &#92;ud83d} alone is JSON, but no text that anybody could keep. */
    private static byte[] encode(String canonical) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(canonical));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw HubException.rejected("not-json", "Die Formulardaten enthalten ein halbes Zeichen.");
        }
    }

    private static String place(IOException e) {
        return e instanceof JsonProcessingException at && at.getLocation() != null
                ? " (Zeile " + at.getLocation().getLineNr() + ", Spalte "
                        + at.getLocation().getColumnNr() + ")"
                : "";
    }
}
