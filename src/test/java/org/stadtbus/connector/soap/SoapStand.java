package org.stadtbus.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.soap.Contract;
import org.stadtbus.sandbox.soap.SoapProcedure;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.vault.FileVault;

/** The Kamelet with a real broker and vault, and a procedure that keeps a vendor's contract, behind TLS that can be cut. */
final class SoapStand implements AutoCloseable {
    static final String PROCEDURE = "meldestelle";
    static final int LARGEST = 100_000;
    static final String ACTION = "urn:hersteller:meldung:melde";
    private static final String BUNDLE = "fachverfahren";
    private static final String NAMESPACE = "urn:hersteller:meldung";

    final AnswerIntake intake = mock(AnswerIntake.class);
    final SoapProcedure office;
    final Cable cable;
    final FileVault vault;
    private final TestBroker broker;
    private final CamelContext camel;
    private final Contract contract;

    /** @param port of the contract: {@code Port11} or {@code Port12} */
    SoapStand(Path folder, String port, String answer) throws Exception {
        this(folder, port, answer, authority -> authority.valid("fachverfahren"));
    }

    /** How the service proves what it is. */
    interface Proof {
        TestAuthority.Identity by(TestAuthority authority) throws Exception;
    }

    SoapStand(Path folder, String port, String answer, Proof proof) throws Exception {
        contract = new Contract(
                Objects.requireNonNull(SoapStand.class.getResource("/soap/meldung.wsdl")),
                new QName(NAMESPACE, "Meldungsdienst"),
                new QName(NAMESPACE, port));
        TestAuthority authority = new TestAuthority(folder.resolve("tls"));
        office = new SoapProcedure(Files.createDirectories(folder.resolve("dienst")), contract, answer);
        TestAuthority.Identity identity = proof.by(authority);
        cable = new Cable(identity.tls().getServerSocketFactory(), office.port());
        vault = new FileVault(folder.resolve("vault"), folder.resolve("vault.json"));
        broker = TestBroker.start(folder.resolve("broker"));
        when(intake.maxAnswer()).thenReturn((long) LARGEST);
        camel = Kamelets.context("soap/soap-sink.kamelet.yaml");
        camel.addComponent("soap", component(folder, authority, identity));
        camel.start();
    }

    private SoapComponent component(Path folder, TestAuthority authority, TestAuthority.Identity pinned)
            throws Exception {
        KeyStore trusted = KeyStore.getInstance(authority.trustStore().toFile(), TestAuthority.PASSWORD.toCharArray());
        trusted.setCertificateEntry("dienst", pinned.certificate());
        SslBundle bundle = SslBundle.of(SslStoreBundle.of(null, null, trusted));
        return new SoapComponent(broker.broker(), vault, intake, new DefaultSslBundleRegistry(BUNDLE, bundle));
    }

    /** A new message that keeps the contract. */
    static Message message() {
        return message("<m:Meldung xmlns:m='urn:hersteller:meldung'><m:Kennzeichen>LG-Ł 1</m:Kennzeichen></m:Meldung>");
    }

    static Message message(String xml) {
        Envelope envelope = Envelope.builder(UUID.randomUUID().toString(), "vorgang", Instant.EPOCH)
                .contentType("application/xml")
                .build();
        return new Message(envelope, xml.getBytes(UTF_8));
    }

    /** A new message that keeps the contract, and has this file. */
    static Message message(Attachment file) {
        Envelope envelope = Envelope.builder(UUID.randomUUID().toString(), "vorgang", Instant.EPOCH)
                .contentType("application/xml")
                .attachments(List.of(file))
                .build();
        return new Message(envelope, message().payload());
    }

    /** One delivery attempt over TLS. */
    Exchange send(Message message, Map<String, String> more) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", SoapProcedure.uri("https", cable.port(), contract).toString());
        properties.put("bundle", BUNDLE);
        properties.put("action", ACTION);
        properties.put("version", contract.port().getLocalPart().equals("Port11") ? "1.1" : "1.2");
        properties.putAll(more);
        return camel.createProducerTemplate().send(Kamelets.uri("soap-sink/ausgang", properties), exchange -> {
            exchange.getIn().setBody(message.payload());
            exchange.getIn().setHeader("StadtbusProcedure", PROCEDURE);
            exchange.setProperty("stadtbus.message", message);
        });
    }

    /** Address of the service past its TLS. */
    String inClearText(String scheme) {
        return SoapProcedure.uri(scheme, office.port(), contract).toString();
    }

    @Override
    public void close() throws Exception {
        camel.stop();
        cable.close();
        office.close();
        broker.close();
    }
}
