package org.stadtbus.sandbox.http;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a client asks.
 *
 * @param path what the pattern's groups matched, in their order
 * @param query raw query string, empty when there is none
 * @param body to be read at most once
 */
public record Request(String method, java.util.List<String> path, String query, Headers headers, InputStream body) {

    /** The body as text. */
    public String text() throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** One header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** A query parameter, or the given value when it is absent. */
    public String parameter(String name, String otherwise) {
        return form(query).getOrDefault(name, otherwise);
    }

    /** Name-value pairs of a query string or form body. */
    public static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (first, second) -> first));
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
