package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.enaio.DmsObject;
import org.stadtbus.sandbox.enaio.EnaioDms;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.vault.FileVault;

/** The Kamelet as the hub calls it. */
class EnaioSinkTest {
    private static final String PASSWORD = "a&b=c d%20+)ü§#'\"x?/\\:@";

    @TempDir
    Path home;

    @Test
    void kameletFilesTheMessageWhateverLettersThePasswordHas() throws Exception {
        FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
        try (EnaioDms enaio = new EnaioDms(0, home.resolve("enaio"), "stadtbus", PASSWORD);
                DefaultCamelContext camel = camel(vault)) {
            Exchange done = deliver(camel, enaio, new Applications(vault).application("bau", "Plan"));

            assertThat(done.getException()).isNull();
            assertThat(done.getMessage().getHeader("StadtbusReceipt"))
                    .isEqualTo("eAkte, 2 Schriftstücke (Vorgang 1: 2, 3)");
            assertThat(enaio.documents()).hasSize(2);
        }
    }

    @Test
    void kameletMakesVersionsAndNotes() throws Exception {
        FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
        Applications applications = new Applications(vault);
        try (EnaioDms enaio = new EnaioDms(0, home.resolve("enaio"), "stadtbus", PASSWORD);
                DefaultCamelContext camel = camel(vault)) {
            deliver(camel, enaio, applications.application("bau"));
            deliver(camel, enaio, applications.message("bau", "corrected", null, List.of()), "&vorgehen=version");
            deliver(camel, enaio, applications.text("bau", "Geprüft."), "&vorgehen=notiz&noteOn=schriftstueck");

            assertThat(enaio.documents()).extracting(DmsObject::version).containsExactly(2);
            assertThat(enaio.notes(enaio.documents().get(0))).hasSize(1);
        }
    }

    @Test
    void kameletFilesUnderTheFilePlanKey() throws Exception {
        FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
        try (EnaioDms enaio = new EnaioDms(0, home.resolve("enaio"), "stadtbus", PASSWORD);
                DefaultCamelContext camel = camel(vault)) {
            deliver(camel, enaio, new Applications(vault).application("anfrage"), "&filePlan=RAW{10.12-3 & 4}");

            assertThat(enaio.cases().get(0).indexData()).containsEntry("Aktenplanschluessel", "10.12-3 & 4");
        }
    }

    @Test
    void failureReachesTheDispatcherWithItsKind() throws Exception {
        FileVault vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
        try (EnaioDms enaio = new EnaioDms(0, home.resolve("enaio"), "stadtbus", PASSWORD);
                DefaultCamelContext camel = camel(vault)) {
            enaio.server().fault(new Fault.Error(503));

            Exchange done = deliver(camel, enaio, new Applications(vault).application("bau"));

            assertThat(done.getException(HubException.class).kind()).isEqualTo(FailureKind.TRANSIENT);
        }
    }

    private static Exchange deliver(DefaultCamelContext camel, EnaioDms enaio, Message message) {
        return deliver(camel, enaio, message, "");
    }

    private static Exchange deliver(DefaultCamelContext camel, EnaioDms enaio, Message message, String properties) {
        String uri = "kamelet:enaio-sink/eakte-enaio" + Math.abs(properties.hashCode()) + "?url=RAW{"
                + enaio.server().uri() + "/}&username=RAW{stadtbus}&password=RAW{" + PASSWORD + "}" + properties;
        return camel.createProducerTemplate()
                .send(uri, ExchangePattern.InOut, e -> e.setProperty("stadtbus.message", message));
    }

    private static DefaultCamelContext camel(FileVault vault) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("enaio-component", new EnaioComponent(vault));
        Resource kamelet = ResourceHelper.resolveResource(camel, "file:connectors/enaio/enaio-sink.kamelet.yaml");
        PluginHelper.getRoutesLoader(camel).loadRoutes(kamelet);
        camel.start();
        return camel;
    }
}
