package org.stadtbus.connector.soap.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.vault.FileVault;

/** The Kamelet {@code soap-source} over TLS with a real broker and vault; behind it a route that takes in as the hub's own step does. */
final class InletStand implements AutoCloseable {
    static final int LARGEST = 100_000;
    static final String ACTION = "urn:hersteller:meldung:uebergebe";
    static final String PROCEDURE = "meldestelle";
    private static final String BUNDLE = "hub";

    /** A message the hub has. */
    record Taken(String id, String key, String text, List<Attachment> files) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    final TestAuthority authority;
    final TestAuthority.Identity caller;
    final FileVault vault;
    final TestBroker broker;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final CamelContext camel;
    volatile Runnable whenTaken = () -> {};

    InletStand(Path folder, Map<String, String> changes) throws Exception {
        authority = new TestAuthority(folder.resolve("tls"));
        caller = authority.valid("fachverfahren");
        vault = new FileVault(folder.resolve("vault"), folder.resolve("vault.json"));
        broker = TestBroker.start(folder.resolve("broker"));
        AnswerIntake intake = mock(AnswerIntake.class);
        when(intake.maxAnswer()).thenReturn((long) LARGEST);
        properties.put("host", "127.0.0.1");
        properties.put("port", "0");
        properties.put("wsdl", Path.of("connectors/soap/sandbox/uebergabe.wsdl").toString());
        properties.put("bundle", BUNDLE);
        properties.put("certificate", caller.fingerprint());
        properties.put("procedure", PROCEDURE);
        properties.putAll(changes);
        camel = Kamelets.context("soap/soap-source.kamelet.yaml");
        camel.getShutdownStrategy().setTimeout(2);
        camel.addComponent(
                "soap-inlet", new SoapInletComponent(broker.broker(), vault, intake, bundle(), Clock.systemUTC()));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("soap-source/eingang", properties))
                        .errorHandler(noErrorHandler())
                        .process(InletStand.this::takeIn);
            }
        });
        camel.start();
    }

    private DefaultSslBundleRegistry bundle() throws Exception {
        char[] password = TestAuthority.PASSWORD.toCharArray();
        KeyStore own = KeyStore.getInstance(authority.valid("hub").keyStore().toFile(), password);
        KeyStore trusted = KeyStore.getInstance(authority.trustStore().toFile(), password);
        return new DefaultSslBundleRegistry(
                BUNDLE, SslBundle.of(SslStoreBundle.of(own, TestAuthority.PASSWORD, trusted)));
    }

    private void takeIn(Exchange exchange) {
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            refused.add(unreadable.problemCode());
            throw unreadable;
        }
        whenTaken.run();
        String key = exchange.getIn().getHeader("StadtbusDuplicateKey", String.class);
        String text = new String(exchange.getIn().getBody(byte[].class), UTF_8);
        Taken message = new Taken(
                Ids.derived(key, text),
                key,
                text,
                List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class)));
        if (taken.stream().noneMatch(known -> known.id().equals(message.id()))) {
            taken.add(message);
        }
        exchange.getMessage().setHeader("StadtbusMessageId", message.id());
    }

    URI uri() {
        int port = camel.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(SoapConsumer.class::isInstance)
                .map(SoapConsumer.class::cast)
                .findFirst()
                .orElseThrow()
                .port();
        return URI.create("https://127.0.0.1:" + port + "/dienst");
    }

    /** Posts these bytes as SOAP 1.1. */
    HttpResponse<String> post(SSLContext tls, String body) throws Exception {
        return post(tls, "text/xml; charset=UTF-8", ACTION, body.getBytes(UTF_8));
    }

    HttpResponse<String> post(SSLContext tls, String type, String action, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("Content-Type", type)
                .header("SOAPAction", "\"" + action + "\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    @Override
    public void close() throws Exception {
        camel.stop();
        broker.close();
    }
}
