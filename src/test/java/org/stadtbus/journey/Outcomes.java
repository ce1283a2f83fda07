package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.testkit.RunningHub;

/** What became of journeys, as the journal tells it; waits, because the journal may lag behind the queues. */
final class Outcomes {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningHub hub;
    private final JournalQueries journal;
    private final OnlineForms forms;
    private final List<String> good = new ArrayList<>();

    Outcomes(RunningHub hub) {
        this.hub = hub;
        this.journal = hub.journal();
        this.forms = new OnlineForms(hub);
    }

    static void until(ThrowingRunnable met) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(met);
    }

    /** The journal has this journey as refused, its sentence holds the words, and nothing of it was handed to anybody. */
    void refused(String journeyId, String words) {
        until(() -> {
            JournalQueries.Journey journey =
                    journal.journey(journeyId).orElseThrow(() -> new AssertionError("unknown"));
            assertThat(journey.state()).isEqualTo(JourneyState.REJECTED);
            assertThat(journey.stateSentence()).contains(words);
        });
        nothingHandedOver(journeyId);
        assertThat(events(journeyId, EventType.REJECTED)).hasSize(1);
    }

    /** Nobody got anything of it, but for the reply that tells its sender why. */
    void nothingHandedOver(String journeyId) {
        assertThat(events(journeyId, EventType.HANDED_OVER)).isEmpty();
        assertThat(events(journeyId, EventType.DELIVERED))
                .allMatch(step -> step.messageType().equals("urn:stadtbus:reply:1.0"));
    }

    List<JournalQueries.Step> events(String journeyId, EventType type) {
        return journal.steps(journeyId).stream()
                .filter(step -> step.type() == type)
                .toList();
    }

    void state(String journeyId, JourneyState wanted) {
        until(() -> assertThat(journal.journey(journeyId).map(JournalQueries.Journey::state))
                .contains(wanted));
    }

    boolean reached(String journeyId, JourneyState wanted) {
        return journal.journey(journeyId)
                .filter(journey -> journey.state() == wanted)
                .isPresent();
    }

    /** The text of the newest message of this type in this kind of step. */
    String payload(String journeyId, EventType event, String messageType) {
        var payload = events(journeyId, event).stream()
                .filter(step -> step.messageType().equals(messageType))
                .map(JournalQueries.Step::payload)
                .filter(java.util.Objects::nonNull)
                .reduce((a, b) -> b)
                .orElseThrow();
        return text(payload.sha256());
    }

    /** The text of the file that is kept with a refusal. */
    String original(String journeyId) {
        return events(journeyId, EventType.REJECTED).stream()
                .flatMap(step -> step.attachments().stream())
                .filter(file -> file.id().equals("original"))
                .map(file -> text(file.sha256()))
                .collect(java.util.stream.Collectors.joining());
    }

    private String text(String sha256) {
        try (java.io.InputStream in = hub.bean(org.stadtbus.vault.Vault.class).open(sha256)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Journeys that a reference leads to. */
    List<JournalQueries.Journey> search(String text) {
        return journal.journeys(new JournalQueries.Filter(text, null, null, null), 100);
    }

    /** The one journey that a reference leads to, once the journal has it. */
    JournalQueries.Journey only(String reference) {
        until(() -> assertThat(search(reference)).hasSize(1));
        return search(reference).get(0);
    }

    /** The hub still takes a good application; {@link #goodOnesAreDecided} says what became of it. */
    void hubGoesOn() throws java.io.IOException {
        good.add(forms.send(OnlineForms.sample("einfamilienhaus"), OnlineForms.key())
                .isAccepted()
                .journeyId());
    }

    void goodOnesAreDecided() {
        assertThat(good).isNotEmpty();
        good.forEach(journeyId -> state(journeyId, JourneyState.DECIDED));
    }

    /** No line of the log holds a value of any form, nor a stack trace. */
    void logIsDiscreet() {
        Discretion.check(hub.log());
    }
}
