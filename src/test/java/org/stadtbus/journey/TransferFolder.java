package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.sandbox.xdomea.RecordsOffice;

/** The folder in which the hub finds the containers of another office, and what it does with those it does not take. */
record TransferFolder(RecordsOffice office, Outcomes outcomes) {
    private static final String RECEIPT = "_Geschaeftsgang.EmpfangBestaetigen.0202";

    /** The office imports and confirms until this journey is done. */
    void worksUntilDecided(String journeyId) {
        until(() -> {
            office.work();
            assertThat(outcomes.reached(journeyId, JourneyState.DECIDED)).isTrue();
        });
    }

    /** A receipt spoiled like this leads nowhere. */
    Journey refusesReceipt(UnaryOperator<String> spoiled) throws IOException {
        String process = UUID.randomUUID().toString();
        String name = process + RECEIPT;
        office.partner().leave(name + ".zip", Map.of(name + ".xml", spoiled.apply(receipt(process))));
        Journey journey = refuses(name + ".zip");
        ledNowhere(journey);
        return journey;
    }

    void refusesHalfAReceipt() throws IOException {
        String process = UUID.randomUUID().toString();
        String name = process + RECEIPT;
        office.partner().leaveHalf(name + ".zip", Map.of(name + ".xml", receipt(process)));
        ledNowhere(refuses(name + ".zip"));
    }

    /** The container lies aside and the journal says so. */
    Journey refuses(String container) {
        Journey journey = outcomes.only(container);
        outcomes.state(journey.journeyId(), JourneyState.REJECTED);
        until(() -> assertThat(office.inbound().resolve(".refused")).isDirectoryContaining("glob:**" + container));
        return journey;
    }

    private void ledNowhere(Journey journey) {
        assertThat(outcomes.events(journey.journeyId(), EventType.ANSWERED)).isEmpty();
        outcomes.nothingHandedOver(journey.journeyId());
    }

    private static String receipt(String process) throws IOException {
        return Files.readString(Path.of("mappings/xdomea0202-to-status/samples/bestaetigt.in.xml"))
                .replaceFirst("<xdomea:ProzessID>[^<]*", "<xdomea:ProzessID>" + process);
    }
}
