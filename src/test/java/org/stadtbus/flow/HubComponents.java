package org.stadtbus.flow;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Beginnings;
import org.stadtbus.intake.Originals;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.Standards;
import org.stadtbus.vault.Vault;

/** The true {@code hub:} component with this project's catalogue, beside a broker and mappings that do nothing. */
public final class HubComponents {
    private HubComponents() {}

    public static Component create() {
        Mappings mappings = mock(Mappings.class);
        when(mappings.find(any())).thenReturn(mock(Mapping.class));
        return new HubComponent(new HubSteps(
                mock(Broker.class),
                new CatalogueLoader().load(Path.of("")),
                Standards.load(Path.of("config"), Path.of("standards")),
                mappings,
                mock(JournalQueries.class),
                mock(Clearing.class),
                mock(AnswerIntake.class),
                new Originals(mock(Vault.class)),
                mock(AnswerRejections.class),
                mock(ReturnedAnswers.class),
                mock(Beginnings.class),
                mock(Replies.Channels.class),
                Clock.systemUTC()));
    }
}
