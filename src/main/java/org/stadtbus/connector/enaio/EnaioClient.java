package org.stadtbus.connector.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stadtbus.envelope.HubException;

/**
 * What the hub asks of enaio's DMS service: search, create, change, and notes.
 *
 * <p>Source: developer documentation of the DMS service, pages {@code [POST] /objects}, {@code [POST] /objects/search},
 * {@code [PATCH] /objects/{objectId}}, {@code [POST] /{objectId}}, {@code [GET] /{objectId}}, {@code [GET] /{fileIndex}}, {@code [GET] /notes}.
 */
final class EnaioClient {
    private static final String OBJECTS = "/api/dms/objects";
    private static final String JSON = "application/json; charset=UTF-8";
    private static final int PAGE = 50;
    private static final String CID = "inhalt";
    private static final String NOTE = "text";

    private final EnaioHttp http;

    EnaioClient(EnaioHttp http) {
        this.http = http;
    }

    /**
     * All objects that a search finds, page by page.
     *
     * @return their fields by name; every one has {@code system:objectId}
     */
    List<Map<String, String>> search(Query search) {
        List<Map<String, String>> found = new ArrayList<>();
        boolean more = true;
        while (more) {
            Map<String, Object> query = Map.of(
                    "statement", search.statement(),
                    "parameters", search.parameters(),
                    "skipCount", found.size(),
                    "maxItems", PAGE);
            JsonNode answer = post(OBJECTS + "/search", Map.of("query", query));
            List<Map<String, String>> page = Answers.objects(answer);
            found.addAll(page);
            more = !page.isEmpty() && answer.path("hasMoreItems").asBoolean();
        }
        return found;
    }

    /** Creates an object without content. @return its id */
    String create(Map<String, String> fields) {
        return Answers.only(post(OBJECTS, object(Map.of("properties", Answers.properties(fields)))));
    }

    /** Creates a document. @return its id */
    String create(Map<String, String> fields, Content content) {
        return upload(OBJECTS, fields, content);
    }

    /** Gives a document new content, which is its new version, and the given fields; the other fields stay. */
    void renew(String id, Map<String, String> fields, Content content) {
        upload(OBJECTS + "/" + id, fields, content);
    }

    private String upload(String path, Map<String, String> fields, Content content) {
        String type = Multipart.mediaType(content.contentType());
        Map<String, Object> stream = Map.of("fileName", content.fileName(), "mimeType", type, "cid", CID);
        Map<String, Object> object =
                Map.of("properties", Answers.properties(fields), "contentStreams", List.of(stream));
        Multipart multipart = new Multipart("stadtbus-" + UUID.randomUUID(), http.text(object(object)), CID, type);
        try (WholeStream bytes = new WholeStream(content.bytes().get(), content.size())) {
            return Answers.only(sent(path, multipart, bytes, content.size()));
        } catch (IOException e) {
            throw EnaioFailures.vault(e);
        }
    }

    private JsonNode sent(String path, Multipart multipart, WholeStream bytes, long size) {
        try {
            return http.ask("POST", path, multipart.header(), multipart.body(bytes, size));
        } catch (HubException e) {
            throw bytes.broken() ? EnaioFailures.vault(e) : e;
        }
    }

    /** Replaces the given fields of an object and leaves the others. */
    void change(String id, Map<String, String> fields) {
        String body = http.text(object(Map.of("properties", Answers.properties(fields))));
        Answers.only(http.ask("PATCH", OBJECTS + "/" + id, JSON, BodyPublishers.ofString(body)));
    }

    /** What is known of a document. */
    Fetched document(String id) {
        return Answers.document(http.ask("GET", OBJECTS + "/" + id, JSON, BodyPublishers.noBody()));
    }

    /** Where a document's first file is, below the address of the settings. */
    static String contentOf(String id) {
        return OBJECTS + "/" + id + "/contents/file/1";
    }

    /** The texts of an object's notes. */
    List<String> notes(String id) {
        JsonNode answer = http.ask("GET", OBJECTS + "/" + id + "/native/notes", JSON, BodyPublishers.noBody());
        return Answers.objects(answer).stream()
                .map(note -> Fields.value(note, NOTE))
                .toList();
    }

    /** Puts a note on an object. */
    void note(String id, String text) {
        Map<String, Object> note = Map.of("properties", Answers.properties(Map.of(NOTE, text)));
        Answers.objects(post(OBJECTS + "/" + id + "/native/notes", object(note)));
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return http.ask("POST", path, JSON, BodyPublishers.ofString(http.text(body)));
    }

    private static Map<String, Object> object(Map<String, Object> object) {
        return Map.of("objects", List.of(object));
    }
}
