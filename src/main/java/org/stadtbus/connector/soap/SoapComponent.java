package org.stadtbus.connector.soap;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.cxf.BusFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.soap.SoapCaller;
import org.stadtbus.tls.TrustedCertificates;
import org.stadtbus.vault.Vault;

/**
 * The {@code soap:} component: {@code soap:senden} hands the message of a delivery to a procedure's web service. Parameters are those of
 * the Kamelet {@code soap-sink}.
 */
@Component("soap-component")
public class SoapComponent extends DefaultComponent {
    private final Broker broker;
    private final Vault vault;
    private final AnswerIntake intake;
    private final SslBundles bundles;

    /** @param bundles where keys and certificates are named */
    public SoapComponent(Broker broker, Vault vault, AnswerIntake intake, SslBundles bundles) {
        this.broker = broker;
        this.vault = vault;
        this.intake = intake;
        this.bundles = bundles;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        if (!operation.equals("senden")) {
            throw new IllegalArgumentException("soap:" + operation + " gibt es nicht; erlaubt ist soap:senden");
        }
        SoapSettings settings = settings(new EndpointParameters("soap:" + operation, parameters));
        int largest = Math.toIntExact(intake.maxAnswer());
        Calling calling = new Calling(
                new SoapClient(caller(settings), settings, vault, largest),
                new Answers(largest),
                settings.attachments());
        PostEndpoint.Sender sender = settings.answer() ? new Asking(calling, broker.notes(), vault, intake) : calling;
        return new PostEndpoint(uri, this, new PostEndpoint.Send(sender));
    }

    private SoapCaller caller(SoapSettings settings) {
        return new SoapCaller(
                TrustedCertificates.context(bundles, settings.bundle()),
                BusFactory.newInstance().createBus(),
                vault.spool(),
                settings.connectTimeout(),
                settings.responseTimeout());
    }

    private static SoapSettings settings(EndpointParameters read) {
        return new SoapSettings(
                URI.create(read.required("url")),
                SoapVersion.numbered(read.required("version")),
                read.optional("action"),
                Boolean.parseBoolean(read.required("addressing")),
                read.optional("bundle"),
                Login.of(read.required("login"), read.optional("username"), read.optional("password")),
                Boolean.parseBoolean(read.required("answer")),
                read.required("attachments").equals("mtom"),
                Duration.ofMillis(read.number("connectTimeout")),
                Duration.ofMillis(read.number("responseTimeout")));
    }
}
