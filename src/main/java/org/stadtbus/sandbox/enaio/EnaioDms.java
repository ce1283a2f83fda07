package org.stadtbus.sandbox.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Handler;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/**
 * The eAkte: enaio's DMS service ({@code /api/dms/objects}) for a case type {@code Vorgang} and a document type {@code Schriftstueck}.
 *
 * <p>Like the product it compares nothing: what is sent twice is stored twice. Anything outside the subset is refused with 400.
 */
public final class EnaioDms implements AutoCloseable {
    private static final String OBJECTS = "/api/dms/objects";
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;

    private final Archive archive;
    private final DmsObjects objects;
    private final Notes notes;
    private final LocalServer server;
    private final byte[] credentials;

    /**
     * Starts to answer.
     *
     * @param port wished port; another free one is taken when it is 0 or in use
     * @param folder where the objects lie; what lies there already is served again
     * @param user name for Basic authentication
     * @param password password for Basic authentication
     */
    public EnaioDms(int port, Path folder, String user, String password) {
        this.archive = new Archive(folder);
        this.objects = new DmsObjects(archive);
        this.notes = new Notes(archive);
        this.credentials = ("Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.US_ASCII);
        this.server = new LocalServer(port)
                .on("POST", OBJECTS, known(this::insert))
                .on("POST", OBJECTS + "/search", known(request -> new Search(archive).answer(parsed(request))))
                .on("GET", OBJECTS + "/([^/]+)", known(request -> found(existing(request))))
                .on("POST", OBJECTS + "/([^/]+)", known(this::renew))
                .on("PATCH", OBJECTS + "/([^/]+)", known(this::update))
                .on("GET", OBJECTS + "/([^/]+)/native/notes", known(request -> notes.all(existing(request))))
                .on("POST", OBJECTS + "/([^/]+)/native/notes", known(this::note))
                .on("GET", OBJECTS + "/([^/]+)/contents/file(?:/1)?", known(this::content))
                .start();
    }

    /** The server, to switch its faults. */
    public LocalServer server() {
        return server;
    }

    /** Somebody who works with the eAkte at her own screen, past the service. */
    public Clerk clerk() {
        return new Clerk(archive);
    }

    /** All cases, oldest first. */
    public List<DmsObject> cases() {
        return ofType(ObjectType.CASE);
    }

    /** All documents, oldest first. */
    public List<DmsObject> documents() {
        return ofType(ObjectType.DOCUMENT);
    }

    /** The texts of an object's notes, oldest first. */
    public List<String> notes(DmsObject object) {
        return notes.texts(object);
    }

    private List<DmsObject> ofType(ObjectType type) {
        Predicate<DmsObject> wanted = object -> object.objectType().equals(type.internalName());
        return archive.all().stream().filter(wanted).toList();
    }

    private Handler known(Handler handler) {
        return request -> {
            byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(given, credentials)) {
                return new DmsError(UNAUTHORISED, "Not authenticated").answer();
            }
            try {
                return handler.handle(request);
            } catch (DmsError e) {
                return e.answer();
            }
        };
    }

    private Answer insert(Request request) throws IOException {
        try (Upload upload = Upload.read(request, archive.incoming())) {
            return found(objects.insert(upload));
        }
    }

    private Answer update(Request request) throws IOException {
        DmsObject object = existing(request);
        return found(objects.update(object, parsed(request)));
    }

    private Answer renew(Request request) throws IOException {
        DmsObject object = existing(request);
        try (Upload upload = Upload.read(request, archive.incoming())) {
            return found(objects.renew(object, upload));
        }
    }

    private Answer note(Request request) throws IOException {
        return notes.add(existing(request), parsed(request));
    }

    private Answer content(Request request) {
        DmsObject object = existing(request);
        DmsObject.@Nullable Content content = object.content();
        if (content == null) {
            throw new DmsError(NOT_FOUND, "No content");
        }
        return Answer.file(content.mimeType(), archive.file(object));
    }

    private DmsObject existing(Request request) {
        String id = request.path().get(0);
        return archive.find(id).orElseThrow(() -> new DmsError(NOT_FOUND, "No object " + id));
    }

    private static Answer found(DmsObject object) {
        ObjectNode answer = Json.object();
        answer.putArray("objects").add(DmsObjects.shown(object, DmsObjects.EVERYTHING));
        return Answer.json(200, Json.text(answer));
    }

    private static JsonNode parsed(Request request) throws IOException {
        try {
            return Json.read(request.text());
        } catch (UncheckedIOException e) {
            throw DmsError.badRequest("The body is not JSON");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
