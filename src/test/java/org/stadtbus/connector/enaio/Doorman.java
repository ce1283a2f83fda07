package org.stadtbus.connector.enaio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/** Stands in front of the eAkte, lets requests through and can spoil exactly one of them. */
final class Doorman implements AutoCloseable {

    /** One request that was let through, and its answer. */
    record Passed(String method, String path, String contentType, String body, int status, String answer) {}

    private final LocalServer server = new LocalServer(0);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI behind;
    private final Map<Integer, Answer> instead = new HashMap<>();
    private final List<Passed> passed = new ArrayList<>();
    private int requests;
    private int hangUp;

    Doorman(URI behind) {
        this.behind = behind;
        for (String method : List.of("GET", "POST", "PATCH")) {
            server.on(method, "(.*)", this::pass);
        }
        server.start();
    }

    URI uri() {
        return server.uri();
    }

    /** The nth request is done, but its answer is cut off. */
    void hangUpAt(int request) {
        hangUp = request;
        server.fault(next());
    }

    /** The nth request is done, but answered so. */
    void answerAt(int request, Answer answer) {
        instead.put(request, answer);
    }

    int requests() {
        return requests;
    }

    List<Passed> passed() {
        return List.copyOf(passed);
    }

    private Fault next() {
        return hangUp == requests + 1 ? new Fault.HangUp() : new Fault.None();
    }

    private synchronized Answer pass(Request request) throws IOException {
        byte[] body = request.body().readAllBytes();
        requests++;
        server.fault(next());
        Answer own = forward(request, body);
        return instead.getOrDefault(requests, own);
    }

    private Answer forward(Request request, byte[] body) throws IOException {
        String path = request.path().get(0);
        String type = request.header("Content-Type").orElse("application/json");
        try {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(behind + path))
                            .header(
                                    "Authorization",
                                    request.header("Authorization").orElse(""))
                            .header("Content-Type", type)
                            .method(request.method(), BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            String question = new String(body, StandardCharsets.UTF_8);
            passed.add(new Passed(request.method(), path, type, question, answer.statusCode(), text));
            return Answer.bytes(answer.statusCode(), "application/json", answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
