package org.stadtbus.sandbox.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/** The directory: who is there, what they offer, and its REST interface on this machine. */
public final class Dvdv implements AutoCloseable {
    private static final String BASE = "/extern/standaloneauth/";
    private static final String DIRECTORY = BASE + "directory/v2/";
    private static final int OK = 200;

    private final List<Office> offices = new CopyOnWriteArrayList<>();
    private final List<OfficeService> services = new CopyOnWriteArrayList<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final Doorkeeper door = new Doorkeeper();
    private final LocalServer server;

    /** @param port wished port, 0 for any */
    public Dvdv(int port) {
        this.server = new LocalServer(port)
                .on("POST", BASE + "token", door::token)
                .on("GET", DIRECTORY + "findauthoritydescription", request -> answer(request, this::authority))
                .on("GET", DIRECTORY + "findservicedescription", request -> answer(request, this::service))
                .on("GET", DIRECTORY + "verifycategory", request -> answer(request, this::verified))
                .start();
    }

    /** Base address, as clients set it. */
    public URI uri() {
        return server.uri();
    }

    /** The server, for its faults. */
    public LocalServer server() {
        return server;
    }

    /** Registers a client certificate with an RSA key. */
    public void admit(X509Certificate certificate) {
        door.admit(certificate);
    }

    /** Enters an authority, or replaces the one with this key and category. */
    public void enter(Office office) {
        offices.removeIf(
                known -> known.key().equals(office.key()) && known.category().equals(office.category()));
        offices.add(office);
    }

    /** Enters a service, or replaces the one of this authority with this URI. */
    public void enter(OfficeService service) {
        services.removeIf(
                known -> known.key().equals(service.key()) && known.uri().equals(service.uri()));
        services.add(service);
    }

    /** Takes every authority and service out. */
    public void clear() {
        offices.clear();
        services.clear();
    }

    /** No token given out so far is taken any more. */
    public void forgetTokens() {
        door.forgetTokens();
    }

    /** The {@code request_json} of every question that came with a token, in their order. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    private Answer answer(Request request, Function<JsonNode, Answer> directory) throws IOException {
        if (!door.knows(request)) {
            return Problem.NO_TOKEN.answer();
        }
        try {
            JsonNode question = Json.read(request.parameter("request_json", ""));
            asked.add(question);
            return question.isObject() ? directory.apply(question) : Problem.BAD_REQUEST.answer();
        } catch (UncheckedIOException e) {
            return Problem.BAD_REQUEST.answer();
        }
    }

    private Answer authority(JsonNode question) {
        return offices.stream()
                .filter(office -> office.key().equals(text(question, "organizationKey"))
                        && office.category().equals(text(question, "category")))
                .findFirst()
                .map(office -> found(office.description(offices.indexOf(office))))
                .orElseGet(Problem.NOT_FOUND::answer);
    }

    private Answer service(JsonNode question) {
        return services.stream()
                .filter(service -> service.key().equals(text(question, "organizationKey"))
                        && service.uri().equals(text(question, "serviceSpecificationUri")))
                .findFirst()
                .map(service -> found(service.description(services.indexOf(service))))
                .orElseGet(Problem.NOT_FOUND::answer);
    }

    private Answer verified(JsonNode question) {
        boolean verified = offices.stream()
                .anyMatch(office -> office.category().equals(text(question, "category"))
                        && office.certificates().contains(text(question, "fingerPrint")));
        return found(Json.object().put("verifyCategory", verified));
    }

    private static Answer found(ObjectNode body) {
        return Answer.json(OK, Json.text(body));
    }

    private static String text(JsonNode question, String field) {
        return question.path(field).asText();
    }

    @Override
    public void close() {
        server.close();
    }
}
