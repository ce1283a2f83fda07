package org.stadtbus.connector.bebpo;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.vault.Vault;

/**
 * The {@code bebpo:} component: {@code bebpo:senden} hands the message of a delivery to EGVP-Enterprise, {@code bebpo:abholen} fetches what lies in
 * the authority's mailbox there. Parameters are those of the Kamelets {@code bebpo-sink} and {@code bebpo-source}.
 */
@Component("bebpo-component")
public class BebpoComponent extends DefaultComponent {
    private final Broker broker;
    private final Vault vault;
    private final AnswerIntake intake;
    private final SslBundles bundles;

    /** @param bundles where keys and certificates are named */
    public BebpoComponent(Broker broker, Vault vault, AnswerIntake intake, SslBundles bundles) {
        this.broker = broker;
        this.vault = vault;
        this.intake = intake;
        this.bundles = bundles;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        EndpointParameters read = new EndpointParameters("bebpo:" + operation, parameters);
        BebpoSettings account = account(read);
        return switch (operation) {
            case "senden" -> sending(uri, account, read);
            case "abholen" -> fetching(uri, account, read);
            default ->
                throw new IllegalArgumentException(
                        "bebpo:" + operation + " gibt es nicht; erlaubt sind bebpo:senden und bebpo:abholen");
        };
    }

    private Endpoint sending(String uri, BebpoSettings account, EndpointParameters read) {
        Posting posting = new Posting(
                read.required("receiver"),
                read.required("subject"),
                Boolean.parseBoolean(read.required("sign")),
                read.number("maxSize"),
                Math.toIntExact(read.number("maxFiles")),
                Duration.ofMillis(read.number("patience")));
        Requests requests = new Requests(vault, account.userId(), posting);
        Sending sending = new Sending(port(account), requests, broker.notes(), account.userId(), posting.patience());
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Send(
                        (procedure, message) -> receipt(sending.send(procedure, message, getCamelContext()))));
    }

    private static PostEndpoint.Receipt receipt(Sending.Receipt receipt) {
        return new PostEndpoint.Receipt(receipt.text(), receipt.state());
    }

    private Endpoint fetching(String uri, BebpoSettings account, EndpointParameters read) {
        MessageZip zip = new MessageZip(
                vault,
                read.required("procedure"),
                intake.maxAnswer(),
                read.number("maxSize"),
                Math.toIntExact(read.number("maxFiles")));
        Duration delay = Duration.ofMillis(read.number("delay"));
        Fetching fetching = new Fetching(port(account), account.userId());
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Fetch(
                        (endpoint, processor) -> new BebpoConsumer(endpoint, processor, fetching, zip), delay));
    }

    private EgvpPort port(BebpoSettings account) {
        return EgvpClient.open(account, bundles, vault.spool());
    }

    private static BebpoSettings account(EndpointParameters read) {
        return new BebpoSettings(
                URI.create(read.required("url")),
                read.optional("bundle"),
                read.required("userId"),
                Boolean.parseBoolean(read.required("mtom")),
                Duration.ofMillis(read.number("connectTimeout")),
                Duration.ofMillis(read.number("responseTimeout")));
    }
}
