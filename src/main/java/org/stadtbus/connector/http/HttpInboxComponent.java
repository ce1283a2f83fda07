package org.stadtbus.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Originals;
import org.stadtbus.tls.TrustedCertificates;

/**
 * The {@code http-inbox:} component. {@code http-inbox:abholen} fetches messages from a procedure that offers them over HTTP; the
 * parameters are those of the Kamelet {@code http-source}.
 */
@org.springframework.stereotype.Component("http-inbox-component")
public class HttpInboxComponent extends DefaultComponent {
    private final AnswerIntake intake;
    private final Originals originals;

    /**
     * @param intake knows how large a message may be
     * @param originals keeps what is larger
     */
    public HttpInboxComponent(AnswerIntake intake, Originals originals) {
        this.intake = intake;
        this.originals = originals;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        EndpointParameters read = new EndpointParameters("http-inbox:" + operation, parameters);
        if (!operation.equals("abholen")) {
            throw new IllegalArgumentException("http-inbox:" + operation + " gibt es nicht; erlaubt ist abholen");
        }
        HttpInbox inbox = new HttpInbox(settings(read), TrustedCertificates.context(read.optional("certificates")));
        Letters letters = new Letters(intake, originals, read.required("procedure"), read.number("maxKept"));
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Fetch(
                        (endpoint, processor) -> new HttpInboxConsumer(endpoint, processor, inbox, letters),
                        Duration.ofMillis(read.number("delay"))));
    }

    private static HttpInbox.Settings settings(EndpointParameters read) {
        return new HttpInbox.Settings(
                URI.create(read.required("url")),
                read.optional("username"),
                read.optional("password"),
                new Listing(JsonPointer.compile(read.optional("list")), JsonPointer.compile(read.optional("link"))),
                Duration.ofMillis(read.number("connectTimeout")),
                Duration.ofMillis(read.number("responseTimeout")));
    }
}
