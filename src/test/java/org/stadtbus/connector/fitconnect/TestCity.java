package org.stadtbus.connector.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.unit.DataSize;
import org.stadtbus.intake.IntakeProperties;
import org.stadtbus.pressure.Gate;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.fitconnect.FitConnectPoint;
import org.stadtbus.sandbox.fitconnect.FitConnectSender;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.token.TokenIssuer;
import org.stadtbus.vault.FileVault;

/** A zustellpunkt with its token issuer and a sender, and the subscriber's parts set up for it. */
final class TestCity implements AutoCloseable {
    static final String DESTINATION = "0f000000-0000-4000-8000-000000000001";
    static final String SERVICE = "99012018001000";
    static final String FORM = "urn:stadtbus:form:bauantrag:1.0";

    volatile Gate room = Gate.open();
    final KeptIntake intake = new KeptIntake();
    final FileVault vault;
    final IntakeProperties limits =
            new IntakeProperties(true, DataSize.ofMegabytes(1), DataSize.ofMegabytes(300), DataSize.ofMegabytes(1));
    final FitConnectPoint point;
    final FitConnectSender sender;

    private final Path folder;
    private final TokenIssuer issuer;
    private final RSAKey encryption = key("verschluesselung");
    private final RSAKey signature = key("signatur");
    private final java.util.ArrayList<Poller> pollers = new java.util.ArrayList<>();

    TestCity(Path folder) throws IOException {
        this(folder, () -> URI.create("http://127.0.0.1:1/nobody-is-called-back"));
    }

    TestCity(Path folder, Supplier<URI> callback) throws IOException {
        this.folder = folder;
        this.vault = new FileVault(folder.resolve("vault"), folder.resolve("keys/vault.json"));
        this.issuer = new TokenIssuer(
                0,
                key("token"),
                Map.of(
                        "hub", new TokenIssuer.Client("hub+geheim&", "subscribe"),
                        "portal", new TokenIssuer.Client("portal-geheim", "send")));
        this.point = new FitConnectPoint(
                0,
                folder.resolve("zustellpunkt"),
                issuer,
                new FitConnectPoint.Keys(encryption, signature),
                DESTINATION,
                "callback-geheim",
                callback);
        Client portal = new Client(tokenUrl(), "portal", "portal-geheim");
        this.sender = new FitConnectSender(portal, point.server().uri(), DESTINATION, folder.resolve("tmp"));
        Files.writeString(folder.resolve("enc.jwk.json"), encryption.toJSONString());
        Files.writeString(folder.resolve("sig.jwk.json"), signature.toJSONString());
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    URI tokenUrl() {
        return issuer.uri().resolve("/token");
    }

    LocalServer server() {
        return point.server();
    }

    FitConnectProperties settings(Duration pollInterval) {
        return settings(point.server().uri(), tokenUrl(), folder, pollInterval);
    }

    static FitConnectProperties settings(URI api, URI token, Path folder, Duration pollInterval) {
        return new FitConnectProperties(
                api,
                token,
                "hub",
                "hub+geheim&",
                DESTINATION,
                List.of(folder.resolve("enc.jwk.json")),
                folder.resolve("sig.jwk.json"),
                "callback-geheim",
                pollInterval,
                2,
                Duration.ofMillis(1500),
                Duration.ofSeconds(60));
    }

    FitConnectApi api() {
        return new FitConnectConfiguration().fitConnectApi(settings(Duration.ofHours(1)), limits, Clock.systemUTC());
    }

    /** A subscriber that looks ten times a second. */
    Poller subscriber() {
        return subscriber(Duration.ofMillis(100), limits);
    }

    Poller subscriber(Duration pollInterval, IntakeProperties bounds) {
        FitConnectProperties settings = settings(pollInterval);
        FitConnectConfiguration parts = new FitConnectConfiguration();
        Clock clock = Clock.systemUTC();
        Poller poller = parts.fitConnectPoller(
                parts.fitConnectApi(settings, bounds, clock), intake, vault, settings, bounds, () -> true, room, clock);
        pollers.add(poller);
        poller.begin();
        return poller;
    }

    /** The one problem of the submission's one event. */
    JsonNode problem(String submissionId) throws ParseException {
        JsonNode payload = event(submissionId).path("https://schema.fitko.de/fit-connect/events/reject-submission");
        return payload.path("problems").path(0);
    }

    /** The events claim of the submission's one event. */
    JsonNode event(String submissionId) throws ParseException {
        List<String> events = point.events(submissionId);
        if (events.size() != 1) {
            throw new AssertionError(events.size() + " events");
        }
        return Json.read(
                Json.text(SignedJWT.parse(events.get(0)).getJWTClaimsSet().getJSONObjectClaim("events")));
    }

    @Override
    public void close() {
        pollers.forEach(Poller::stop);
        point.close();
        issuer.close();
    }
}
