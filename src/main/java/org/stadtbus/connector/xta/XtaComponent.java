package org.stadtbus.connector.xta;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.stadtbus.broker.Broker;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.standards.Directory;
import org.stadtbus.vault.Vault;

/**
 * The {@code xta:} component: {@code xta:senden} hands the message of a delivery to a provider, {@code xta:abholen} fetches what lies in
 * the hub's mailbox there. Parameters are those of the Kamelets {@code xta-sink} and {@code xta-source}.
 */
@Component("xta-component")
public class XtaComponent extends DefaultComponent {
    private final Broker broker;
    private final Vault vault;
    private final AnswerIntake intake;
    private final SslBundles bundles;
    private final Directory directory;

    /**
     * @param bundles where keys and certificates are named
     * @param directory who is meant by a reader's role
     */
    public XtaComponent(Broker broker, Vault vault, AnswerIntake intake, SslBundles bundles, Directory directory) {
        this.broker = broker;
        this.vault = vault;
        this.intake = intake;
        this.bundles = bundles;
        this.directory = directory;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        EndpointParameters read = new EndpointParameters("xta:" + operation, parameters);
        XtaSettings account = account(read);
        return switch (operation) {
            case "senden" -> sending(uri, account, addressing(read), Duration.ofDays(read.number("proofDays")));
            case "abholen" -> fetching(uri, account, read);
            default ->
                throw new IllegalArgumentException(
                        "xta:" + operation + " gibt es nicht; erlaubt sind xta:senden und xta:abholen");
        };
    }

    private Endpoint sending(String uri, XtaSettings account, Addressing addressing, Duration limit) {
        Parts parts = new Parts(vault, intake, 0);
        Heads heads = new Heads(account, addressing, directory::key);
        Sending sending = new Sending(ports(account), heads, broker.notes(), parts, account);
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Send(
                        (procedure, message) -> receipt(sending.send(procedure, message), limit),
                        id -> sending.inquire(id).map(receipt -> receipt(receipt, limit))));
    }

    private static PostEndpoint.Receipt receipt(Sending.Receipt receipt, Duration limit) {
        Optional<PostEndpoint.Open> open =
                receipt.isFinal() ? Optional.empty() : Optional.of(new PostEndpoint.Open(receipt.id(), limit));
        return new PostEndpoint.Receipt(receipt.text(), receipt.report(), open);
    }

    private Endpoint fetching(String uri, XtaSettings account, EndpointParameters read) {
        long largest = DataSize.parse(read.required("maxAttachment")).toBytes();
        Parts parts = new Parts(vault, intake, largest);
        Duration delay = Duration.ofMillis(read.number("delay"));
        Fetching fetching = new Fetching(ports(account), account);
        String procedure = read.required("procedure");
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Fetch(
                        (endpoint, processor) -> new XtaConsumer(endpoint, processor, fetching, parts, procedure),
                        delay));
    }

    private XtaPorts ports(XtaSettings account) {
        Bus bus = BusFactory.newInstance().createBus();
        return XtaPorts.open(account, bundles.getBundle(account.bundle()), bus, vault.spool());
    }

    private static XtaSettings account(EndpointParameters read) {
        return new XtaSettings(
                URI.create(read.required("managementUrl")),
                URI.create(read.required("sendUrl")),
                URI.create(read.required("msgBoxUrl")),
                read.required("bundle"),
                read.required("identifier"),
                read.required("identifierType"),
                Duration.ofMillis(read.number("connectTimeout")),
                Duration.ofMillis(read.number("responseTimeout")));
    }

    private static Addressing addressing(EndpointParameters read) {
        return new Addressing(
                read.required("reader"),
                read.required("service"),
                read.required("scenario"),
                read.optional("scenarioList"),
                read.optional("messageType"),
                read.required("messageTypeList"),
                read.required("payloadSchema"));
    }
}
