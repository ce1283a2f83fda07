package org.stadtbus.cli.testdrive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.vault.Vault;

/** What the journal says of one journey so far. */
record TimeLine(List<Step> steps) {

    boolean has(EventType type, String system) {
        return steps.stream().anyMatch(s -> s.type() == type && s.system().equals(system));
    }

    boolean reached(JourneyState state) {
        return steps.stream().anyMatch(s -> s.state() == state);
    }

    /** True when everything handed over has its receipt. */
    boolean settled() {
        return steps.stream()
                .filter(s -> s.type() == EventType.HANDED_OVER)
                .allMatch(s -> delivered(s.messageId(), s.system()));
    }

    private boolean delivered(String messageId, String system) {
        return steps.stream()
                .anyMatch(s -> s.type() == EventType.DELIVERED
                        && s.messageId().equals(messageId)
                        && s.system().equals(system));
    }

    /** The payload of the first message this procedure has a receipt for. */
    Optional<byte[]> payloadAt(String procedure, Vault vault) {
        return steps.stream()
                .filter(s -> s.type() == EventType.DELIVERED && s.system().equals(procedure))
                .findFirst()
                .flatMap(delivered -> steps.stream()
                        .filter(s -> s.payload() != null && s.messageId().equals(delivered.messageId()))
                        .findFirst())
                .map(step -> read(vault, step));
    }

    private static byte[] read(Vault vault, Step step) {
        try (InputStream in =
                vault.open(java.util.Objects.requireNonNull(step.payload()).sha256())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time line for people whose test drive failed. */
    String text() {
        return steps.stream()
                .map(s -> "  " + s.type().label() + " " + s.system() + ": " + s.sentence())
                .collect(Collectors.joining("\n"));
    }

    /** Which expectations are not met yet, as sentences. */
    List<String> open(TestDrive drive) {
        List<String> open = drive.expected().entrySet().stream()
                .filter(e -> !met(e))
                .map(e -> e.getKey() + ": erwartet " + e.getValue())
                .collect(Collectors.toList());
        drive.state().filter(state -> !reached(state)).ifPresent(state -> open.add("Zustand " + state.code()));
        return open;
    }

    private boolean met(Map.Entry<String, String> expected) {
        boolean delivered = has(EventType.DELIVERED, expected.getKey());
        return expected.getValue().equals(TestDrive.WAITING)
                ? has(EventType.DELAYED, expected.getKey()) && !delivered
                : delivered;
    }
}
