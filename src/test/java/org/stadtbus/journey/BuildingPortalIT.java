package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stadtbus.journey.Outcomes.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.cli.Ports;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.sandbox.XbauMessage;
import org.stadtbus.sandbox.bauportal.BuildingPortal;
import org.stadtbus.sandbox.bauportal.PortalAccount;
import org.stadtbus.testkit.RunningHub;
import org.stadtbus.xta.SchemaViolationException;

/** The state's building portal hands applications in by XTA, with its certificate, and ends where FIT-Connect ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildingPortalIT {
    private static final Path APPLICATION = Path.of("mappings/xbau-antrag-to-xbau/samples/einfamilienhaus.in.xml");
    private static final String MESSAGE = "a4c1d2e0-0000-4000-8000-000000000200";
    private static final String CASE = "a4c1d2e0-0000-4000-8000-000000000001";
    private static final byte[] PLAN = "ein Lageplan".getBytes(UTF_8);

    private RunningHub hub;
    private BuildingPortal portal;
    private Outcomes outcomes;

    @BeforeAll
    void start(@TempDir Path folder) {
        PortalAccount account = new PortalAccount(folder.resolve("konto"), Ports.free());
        hub = RunningHub.start(folder, account.hubSettings(), "sandbox");
        portal = new BuildingPortal(folder.resolve("bauportal"), account);
        outcomes = new Outcomes(hub);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            portal.close();
            hub.close();
        }
    }

    /** An application of its own case, as the portal makes it. */
    private static String application(String caseName) throws IOException {
        return Files.readString(APPLICATION)
                .replace(MESSAGE, UUID.randomUUID().toString())
                .replace(CASE, caseName);
    }

    private String send(String id, String xbau) throws Exception {
        portal.send(id, xbau.getBytes(UTF_8), List.of(new BuildingPortal.Plan("1", "lageplan.pdf", PLAN)));
        return id;
    }

    private Journey journey(String transportId) {
        until(() -> assertThat(outcomes.search(transportId)).hasSize(1));
        return outcomes.search(transportId).get(0);
    }

    private List<XbauMessage> lettersAbout(String text) throws Exception {
        portal.letterbox().fetch();
        return portal.letterbox().letters().stream()
                .filter(letter -> new String(letter.bytes(), UTF_8).contains(text))
                .toList();
    }

    @Test
    void applicationByXtaReachesAllThreeAndThePortalFindsTheDecisionInItsMailbox() throws Exception {
        String caseName = UUID.randomUUID().toString();
        Journey journey = journey(send(portal.announce(), application(caseName)));

        until(() -> assertThat(lettersAbout("<referenz>" + caseName))
                .extracting(XbauMessage::type)
                .containsExactlyInAnyOrder("0201", "0205"));
        outcomes.state(journey.journeyId(), JourneyState.DECIDED);
        until(() -> assertThat(outcomes.events(journey.journeyId(), EventType.DELIVERED))
                .extracting(Step::system)
                .contains("bauantraege", "eakte-enaio", "brandschutz-vorbeugend", "bauportal-vba"));
        until(() -> assertThat(outcomes.events(journey.journeyId(), EventType.ANSWERED))
                .extracting(Step::system)
                .contains("bauantraege", "brandschutz-vorbeugend"));
        assertThat(hub.journal().journey(journey.journeyId()).orElseThrow())
                .extracting(Journey::service, Journey::channel)
                .containsExactly("99012018001000", "bauportal-vba");
        assertThat(hub.city().enaio().documents())
                .extracting(document -> document.indexData().get("StadtbusVorgang"))
                .contains(journey.journeyId());
    }

    @Test
    void applicationSentTwiceAndUnderTwoIdsIsOneJourney() throws Exception {
        String xbau = application(UUID.randomUUID().toString());
        String first = portal.announce();
        send(first, xbau);
        send(first, xbau);
        String second = send(portal.announce(), xbau);

        Journey journey = journey(first);
        outcomes.state(journey.journeyId(), JourneyState.DECIDED);
        assertThat(outcomes.search(second)).isEmpty();
        assertThat(outcomes.events(journey.journeyId(), EventType.RECEIVED)).hasSize(1);
        assertThat(hub.city().buildingAuthority().taken())
                .filteredOn(name -> outcomes.events(journey.journeyId(), EventType.DELIVERED).stream()
                        .anyMatch(step -> name.startsWith(step.messageId())))
                .hasSize(1);
    }

    @Test
    void whatIsNoApplicationIsRefusedWithAnXbau1100InTheMailbox() throws Exception {
        String id = UUID.randomUUID().toString();
        String check = Files.readString(Path.of("mappings/xbau-antrag-to-xbau/samples/kein-antrag.in.xml"))
                .replaceFirst("<nachrichtenUUID>[^<]*", "<nachrichtenUUID>" + id);
        Journey journey = journey(send(portal.announce(), check));

        until(() -> assertThat(lettersAbout(id)).extracting(XbauMessage::type).containsExactly("1100"));
        outcomes.state(journey.journeyId(), JourneyState.REJECTED);
        assertThat(outcomes.events(journey.journeyId(), EventType.HANDED_OVER)).isEmpty();
    }

    @Test
    void emptyApplicationIsRefusedOnTheSpot() throws Exception {
        String id = portal.announce();
        assertThatThrownBy(() -> send(id, "")).isInstanceOf(SchemaViolationException.class);
    }
}
