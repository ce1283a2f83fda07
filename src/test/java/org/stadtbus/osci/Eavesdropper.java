package org.stadtbus.osci;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/** Sits between client and intermediary, keeps what passes and may change it. */
final class Eavesdropper implements AutoCloseable {
    private final LocalServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI behind;
    private final Path folder;
    private final List<Path> orders = new CopyOnWriteArrayList<>();
    private final List<Path> answers = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<byte[]> change = bytes -> bytes;

    Eavesdropper(URI behind, Path folder) throws IOException {
        this.behind = behind;
        this.folder = Files.createDirectories(folder);
        this.server = new LocalServer(0).on("POST", "/osci", this::pass).start();
    }

    URI uri() {
        return server.uri().resolve("/osci");
    }

    List<Path> orders() {
        return orders;
    }

    List<Path> answers() {
        return answers;
    }

    /** Changes each answer from now on. */
    void change(UnaryOperator<byte[]> how) {
        change = how;
    }

    private Answer pass(Request request) throws IOException {
        byte[] order = request.body().readAllBytes();
        orders.add(kept(order));
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(behind)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(order))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            answers.add(kept(answer.body()));
            return Answer.bytes(answer.statusCode(), "text/xml", change.apply(answer.body()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Path kept(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "osci", ""), bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
