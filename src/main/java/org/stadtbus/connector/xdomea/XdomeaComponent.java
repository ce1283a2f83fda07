package org.stadtbus.connector.xdomea;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultComponent;
import org.springframework.util.unit.DataSize;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.vault.Vault;

/**
 * The {@code xdomea:} component. {@code xdomea:packen} makes the container of a delivery the body, {@code xdomea:auspacken} the message of a
 * container, its files put into the vault; the parameters are those of the Kamelets {@code xdomea-sink} and {@code xdomea-source}.
 */
@org.springframework.stereotype.Component("xdomea-component")
public class XdomeaComponent extends DefaultComponent {
    private final Vault vault;

    /** @param vault where the attachments lie */
    public XdomeaComponent(Vault vault) {
        this.vault = vault;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        EndpointParameters read = new EndpointParameters("xdomea:" + operation, parameters);
        Processor work =
                switch (operation) {
                    case "packen" -> new PackStep(new Packing(vault), Path.of(read.required("folder")));
                    case "auspacken" -> new UnpackStep(unpacking(read));
                    default ->
                        throw new IllegalArgumentException("xdomea:" + operation
                                + " gibt es nicht; erlaubt sind xdomea:packen und xdomea:auspacken");
                };
        return new XdomeaEndpoint(uri, this, work);
    }

    private Unpacking unpacking(EndpointParameters read) {
        Limits limits = new Limits(
                Math.toIntExact(DataSize.parse(read.required("maxMessage")).toBytes()),
                DataSize.parse(read.required("maxUnpacked")).toBytes(),
                Integer.parseInt(read.required("maxEntries")));
        return new Unpacking(vault, read.required("procedure"), limits);
    }
}
