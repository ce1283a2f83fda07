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
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.Standards;
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
    private final Standards standards;
    private final Directory directory;

    /**
     * @param bundles where keys and certificates are named
     * @param standards reads whom a message names as its reader and its author
     * @param directory says how the one is reached and with what the other signs
     */
    public OsciComponent(
            Broker broker,
            Vault vault,
            AnswerIntake intake,
            SslBundles bundles,
            Standards standards,
            Directory directory) {
        this.broker = broker;
        this.vault = vault;
        this.intake = intake;
        this.bundles = bundles;
        this.standards = standards;
        this.directory = directory;
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
        OsciSettings settings = settings(read);
        OsciAccess access = access(settings);
        Sending sending = new Sending(
                access,
                broker.notes(),
                new Parts(vault, intake, 0),
                readers(read, settings.url(), access),
                read.optional("subject"));
        Duration limit = Duration.ofDays(read.number("proofDays"));
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Send(
                        (procedure, message) -> receipt(sending.send(procedure, message), limit),
                        id -> sending.inquire(id).map(card -> receipt(card, limit))));
    }

    private Readers readers(EndpointParameters read, URI intermediary, OsciAccess access) {
        String alias = read.optional("readerAlias");
        String url = read.optional("readerUrl");
        String service = read.optional("readerService");
        String standard = read.optional("readerStandard");
        if (alias.isBlank() == service.isBlank()) {
            throw new IllegalArgumentException("osci:senden braucht entweder readerAlias oder readerService");
        }
        if (service.isBlank()) {
            Optional<URI> address =
                    Optional.of(url).filter(given -> !given.isBlank()).map(URI::create);
            Reader reader = new Reader(access.trusted(alias), address);
            return message -> reader;
        }
        return new NamedReaders(standards, standard, directory, service, intermediary);
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
        OsciAccess access = access(settings(read));
        String procedure = read.required("procedure");
        Authors authors = NamedAuthors.of(
                standards,
                directory,
                read.optional("authorService"),
                read.optional("authorStandard"),
                Boolean.parseBoolean(read.optional("unknownAuthors")));
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Fetch(
                        (endpoint, processor) ->
                                new OsciConsumer(endpoint, processor, access, authors, parts, procedure),
                        delay));
    }

    private OsciAccess access(OsciSettings settings) {
        return new OsciAccess(settings, bundles.getBundle(settings.bundle()), vault.spool());
    }

    private static OsciSettings settings(EndpointParameters read) {
        return new OsciSettings(
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
    }

    private static long bytes(EndpointParameters read, String name) {
        return DataSize.parse(read.required(name)).toBytes();
    }
}
