package org.stadtbus.connector.osci;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.stadtbus.broker.Broker;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.osci.ProcessCard;
import org.stadtbus.vault.Vault;

/**
 * The {@code osci:} component: {@code osci:senden} hands the message of a delivery to an intermediary, {@code osci:abholen} fetches what lies
 * there for the hub. Parameters are those of the Kamelets {@code osci-sink} and {@code osci-source}.
 */
@Component("osci-component")
public class OsciComponent extends DefaultComponent {
    private final Broker broker;
    private final Vault vault;
    private final AnswerIntake intake;
    private final SslBundles bundles;

    /** @param bundles where keys and certificates are named */
    public OsciComponent(Broker broker, Vault vault, AnswerIntake intake, SslBundles bundles) {
        this.broker = broker;
        this.vault = vault;
        this.intake = intake;
        this.bundles = bundles;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        EndpointParameters read = new EndpointParameters("osci:" + operation, parameters);
        return switch (operation) {
            case "senden" -> sending(uri, read);
            case "abholen" -> fetching(uri, read);
            default ->
                throw new IllegalArgumentException(
                        "osci:" + operation + " gibt es nicht; erlaubt sind osci:senden und osci:abholen");
        };
    }

    private Endpoint sending(String uri, EndpointParameters read) {
        OsciAccess access = access(read);
        Sending sending = new Sending(
                access,
                broker.notes(),
                new Parts(vault, intake, 0),
                new Sending.Reader(
                        access.trusted(read.required("readerAlias")),
                        Optional.of(read.optional("readerUrl"))
                                .filter(url -> !url.isBlank())
                                .map(URI::create)),
                read.optional("subject"));
        Duration limit = Duration.ofDays(read.number("proofDays"));
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Send(
                        (procedure, message) -> receipt(sending.send(procedure, message), limit),
                        id -> sending.inquire(id).map(card -> receipt(card, limit))));
    }

    /** Final once the recipient has confirmed that he has it. */
    private static PostEndpoint.Receipt receipt(ProcessCard card, Duration limit) {
        String text = "OSCI " + card.messageId() + ", beim Intermediär seit " + card.creation();
        return card.reception()
                .map(at -> new PostEndpoint.Receipt(text + ", vom Empfänger bestätigt " + at, card.xml()))
                .orElseGet(() -> new PostEndpoint.Receipt(
                        text, card.xml(), Optional.of(new PostEndpoint.Open(card.messageId(), limit))));
    }

    private Endpoint fetching(String uri, EndpointParameters read) {
        Parts parts = new Parts(vault, intake, bytes(read, "maxAttachment"));
        Duration delay = Duration.ofMillis(read.number("delay"));
        OsciAccess access = access(read);
        String procedure = read.required("procedure");
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Fetch(
                        (endpoint, processor) -> new OsciConsumer(endpoint, processor, access, parts, procedure),
                        delay));
    }

    private OsciAccess access(EndpointParameters read) {
        OsciSettings settings = new OsciSettings(
                URI.create(read.required("url")),
                read.required("bundle"),
                read.required("signatureAlias"),
                read.required("cipherAlias"),
                read.required("intermediaryCipherAlias"),
                read.required("intermediarySignatureAlias"),
                Boolean.parseBoolean(read.optional("olderAlgorithms")),
                Duration.ofMillis(read.number("connectTimeout")),
                Duration.ofMillis(read.number("responseTimeout")),
                bytes(read, "maxMessage"));
        return new OsciAccess(settings, bundles.getBundle(settings.bundle()), vault.spool());
    }

    private static long bytes(EndpointParameters read, String name) {
        return DataSize.parse(read.required(name)).toBytes();
    }
}
