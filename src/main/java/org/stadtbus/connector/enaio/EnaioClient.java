package org.stadtbus.connector.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stadtbus.envelope.HubException;

/**
 * What the hub asks of enaio's DMS service: search, create, change.
 *
 * <p>Source: developer documentation of the DMS service, pages {@code [POST] /objects}, {@code [POST] /objects/search} and
 * {@code [PATCH] /objects/{objectId}}.
 */
final class EnaioClient {
    private static final String OBJECTS = "/api/dms/objects";
    private static final String JSON = "application/json; charset=UTF-8";
    private static final int PAGE = 50;
    private static final String CID = "inhalt";

    private final EnaioHttp http;

    EnaioClient(EnaioHttp http) {
        this.http = http;
    }

    /**
     * All objects that a statement finds, page by page.
     *
     * @return their fields by name; every one has {@code system:objectId}
     */
    List<Map<String, String>> search(String statement, Map<String, String> parameters) {
        List<Map<String, String>> found = new ArrayList<>();
        boolean more = true;
        while (more) {
            Map<String, Object> query = Map.of(
                    "statement", statement, "parameters", parameters, "skipCount", found.size(), "maxItems", PAGE);
            JsonNode answer = post(OBJECTS + "/search", Map.of("query", query));
            List<Map<String, String>> page = objects(answer);
            found.addAll(page);
            more = !page.isEmpty() && answer.path("hasMoreItems").asBoolean();
        }
        return found;
    }

    /** Creates an object without content. @return its id */
    String create(Map<String, String> fields) {
        return only(post(OBJECTS, object(Map.of("properties", properties(fields)))));
    }

    /** Creates a document. @return its id */
    String create(Map<String, String> fields, Content content) {
        String type = Multipart.mediaType(content.contentType());
        Map<String, Object> stream = Map.of("fileName", content.fileName(), "mimeType", type, "cid", CID);
        String metadata =
                http.text(object(Map.of("properties", properties(fields), "contentStreams", List.of(stream))));
        Multipart multipart = new Multipart("stadtbus-" + UUID.randomUUID(), metadata, CID, type);
        try (WholeStream bytes = new WholeStream(content.bytes().get(), content.size())) {
            return only(sent(multipart, bytes, content.size()));
        } catch (IOException e) {
            throw EnaioFailures.vault(e);
        }
    }

    private JsonNode sent(Multipart multipart, WholeStream bytes, long size) {
        try {
            return http.ask("POST", OBJECTS, multipart.header(), multipart.body(bytes, size));
        } catch (HubException e) {
            throw bytes.broken() ? EnaioFailures.vault(e) : e;
        }
    }

    /** Replaces the given fields of an object and leaves the others. */
    void change(String id, Map<String, String> fields) {
        String body = http.text(object(Map.of("properties", properties(fields))));
        only(http.ask("PATCH", OBJECTS + "/" + id, JSON, BodyPublishers.ofString(body)));
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return http.ask("POST", path, JSON, BodyPublishers.ofString(http.text(body)));
    }

    private static Map<String, Object> object(Map<String, Object> object) {
        return Map.of("objects", List.of(object));
    }

    private static Map<String, Object> properties(Map<String, String> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Map.of("value", e.getValue())));
    }

    private static String only(JsonNode answer) {
        List<Map<String, String>> objects = objects(answer);
        if (objects.size() != 1) {
            throw EnaioFailures.unreadable(new IOException("One object expected, got " + objects.size()));
        }
        return Fields.value(objects.get(0), Fields.ID);
    }

    private static List<Map<String, String>> objects(JsonNode answer) {
        if (!answer.path("objects").isArray()) {
            throw EnaioFailures.unreadable(new IOException("The answer names no objects"));
        }
        List<Map<String, String>> objects = new ArrayList<>();
        for (JsonNode object : answer.path("objects")) {
            Map<String, String> fields = new HashMap<>();
            object.path("properties")
                    .properties()
                    .forEach(e ->
                            fields.put(e.getKey(), e.getValue().path("value").asText()));
            if (Fields.value(fields, Fields.ID).isEmpty()) {
                throw EnaioFailures.unreadable(new IOException("The answer names an object without id"));
            }
            objects.add(fields);
        }
        return objects;
    }
}
