package org.stadtbus.connector.xdomea;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultComponent;
import org.springframework.util.unit.DataSize;
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
        Processor work =
                switch (operation) {
                    case "packen" -> new PackStep(new Packing(vault), Path.of(required(parameters, "folder")));
                    case "auspacken" -> new UnpackStep(unpacking(parameters));
                    default ->
                        throw new IllegalArgumentException("xdomea:" + operation
                                + " gibt es nicht; erlaubt sind xdomea:packen und xdomea:auspacken");
                };
        return new XdomeaEndpoint(uri, this, work);
    }

    private Unpacking unpacking(Map<String, Object> parameters) {
        Limits limits = new Limits(
                Math.toIntExact(
                        DataSize.parse(required(parameters, "maxMessage")).toBytes()),
                DataSize.parse(required(parameters, "maxUnpacked")).toBytes(),
                Integer.parseInt(required(parameters, "maxEntries")));
        return new Unpacking(vault, required(parameters, "procedure"), limits);
    }

    private static String required(Map<String, Object> parameters, String name) {
        Object value = parameters.remove(name);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("xdomea: braucht die Angabe " + name);
        }
        return value.toString();
    }
}
