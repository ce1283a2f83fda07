package org.stadtbus.connector.soap.source;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.unit.DataSize;
import org.stadtbus.broker.Broker;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.connector.soap.SoapVersion;
import org.stadtbus.connector.soap.source.SourceSettings.FileLimit;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.vault.Vault;

/**
 * The {@code soap-inlet:} component: {@code soap-inlet:annehmen} opens a port at which a procedure hands over. Parameters are those of the
 * Kamelet {@code soap-source}.
 */
@org.springframework.stereotype.Component("soap-inlet-component")
public class SoapInletComponent extends DefaultComponent {
    private final Broker broker;
    private final Vault vault;
    private final AnswerIntake intake;
    private final SslBundles bundles;
    private final Clock clock;

    /**
     * @param intake knows how large a message may be
     * @param bundles where keys and certificates are named
     */
    public SoapInletComponent(
            Broker broker, Vault vault, AnswerIntake intake, SslBundles bundles, @Qualifier("clock") Clock clock) {
        this.broker = broker;
        this.vault = vault;
        this.intake = intake;
        this.bundles = bundles;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        if (!operation.equals("annehmen")) {
            throw new IllegalArgumentException("soap-inlet:" + operation + " gibt es nicht; erlaubt ist annehmen");
        }
        SourceSettings settings = settings(new EndpointParameters("soap-inlet:" + operation, parameters));
        return new SoapInletEndpoint(uri, this, hub -> open(settings, hub));
    }

    private Inlet open(SourceSettings settings, Handover hub) {
        Optional<String> bundle = Optional.of(settings.bundle()).filter(name -> !name.isEmpty());
        Inlet inlet = Inlet.open(settings, bundle.map(bundles::getBundle), vault.spool());
        try {
            int largest = Math.toIntExact(intake.maxAnswer());
            ReceivedFiles files = new ReceivedFiles(vault, settings.procedure(), settings.files());
            inlet.publish(
                    settings,
                    new CallReader(
                            settings, new Doorman(settings.access(), clock), inlet.contract(settings), hub, largest),
                    new Reception(settings, files, new Claims(broker.notes()), hub),
                    vault.spool());
            return inlet;
        } catch (RuntimeException e) {
            inlet.close();
            throw e;
        }
    }

    private static SourceSettings settings(EndpointParameters read) {
        return new SourceSettings(
                read.required("procedure"),
                read.required("host"),
                Math.toIntExact(read.number("port")),
                read.required("path"),
                Path.of(read.required("wsdl")),
                SoapVersion.numbered(read.required("version")),
                read.optional("bundle"),
                Access.of(
                        read.required("login"),
                        read.optional("certificate"),
                        read.optional("username"),
                        read.optional("password")),
                IdElement.of(read.optional("idElement")),
                read.required("answer"),
                new FileLimit(
                        read.required("attachments").equals("mtom"),
                        DataSize.parse(read.required("maxAttachments")).toBytes()));
    }
}
