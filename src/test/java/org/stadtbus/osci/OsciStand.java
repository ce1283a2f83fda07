package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.osci.Authority;
import org.stadtbus.sandbox.osci.OsciPost;

/** The sandbox's intermediary with two participants; keys are made once, they take long. */
public final class OsciStand implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long LARGEST = 50_000_000;

    /** Who vouches for all. */
    public static final Authority AUTHORITY = new Authority("Test-CA");
    /** Writes. */
    public static final Party AUTHOR = AUTHORITY.party("Meldebehoerde Zuzug");
    /** Reads. */
    public static final Party READER = AUTHORITY.party("Meldebehoerde Wegzug");

    private static final Party INTERMEDIARY = AUTHORITY.party("Intermediaer");

    public final OsciPost post;
    public final Path spool;

    public OsciStand(Path folder) throws IOException {
        spool = Files.createDirectories(folder.resolve("spool"));
        post = new OsciPost(Files.createDirectories(folder.resolve("post")), INTERMEDIARY, trust());
    }

    public static Party intermediary() {
        return INTERMEDIARY;
    }

    public static Trust trust() {
        try {
            return new Trust(Authority.trusted(Map.of("ca", AUTHORITY.certificate())));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Dialog dialog(Party client) throws IOException, OsciException {
        return dialog(client, new Algorithms(false));
    }

    public Dialog dialog(Party client, Algorithms reading) throws IOException, OsciException {
        return dialog(post.uri(), client, reading);
    }

    public Dialog dialog(URI address, Party client, Algorithms reading) throws IOException, OsciException {
        Transport transport = new Transport(HttpClient.newHttpClient(), address, TIMEOUT, spool, LARGEST);
        return new Intermediary(transport, INTERMEDIARY.cipher(), INTERMEDIARY.signature())
                .dialog(client, reading, spool);
    }

    public static Content content(String payload, String... files) {
        return new Content(
                payload.getBytes(UTF_8),
                List.of(files).stream()
                        .map(name -> new Part(
                                name,
                                "application/pdf",
                                () -> new ByteArrayInputStream(("Inhalt von " + name).getBytes(UTF_8))))
                        .toList());
    }

    /** Sends to the reader; returns the message id. */
    public String send(Content content) throws IOException, OsciException {
        return sendAs(AUTHOR, content);
    }

    /** Sends to the reader what somebody else has signed. */
    public String sendAs(Party author, Content content) throws IOException, OsciException {
        Dialog dialog = dialog(AUTHOR);
        String id = dialog.newMessageId();
        dialog.store(id, "", content, READER.cipher(), author);
        dialog.end();
        return id;
    }

    @Override
    public void close() {
        post.close();
    }
}
