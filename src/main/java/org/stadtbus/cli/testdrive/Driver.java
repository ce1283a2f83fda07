package org.stadtbus.cli.testdrive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationContext;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.mapping.LineDiff;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.PlanPdf;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.Multipart;
import org.stadtbus.vault.Vault;

/** Drives one test after the other through a running hub. */
final class Driver {
    private final Path home;
    private final City city;
    private final Client client;
    private final URI hub;
    private final JournalQueries journal;
    private final Vault vault;
    private final SourceStandIn source;

    Driver(Path home, City city, ApplicationContext hub, URI address) {
        this.home = home;
        this.city = city;
        this.client = city.client(City.ONLINE_FORM);
        this.hub = address;
        this.journal = hub.getBean(JournalQueries.class);
        this.vault = hub.getBean(Vault.class);
        this.source = new SourceStandIn(hub.getBean(AnswerIntake.class), vault, journal);
    }

    /** Runs it; gives what was not as expected. */
    Optional<String> drive(TestDrive drive) throws InterruptedException {
        try {
            drive.faults().forEach((procedure, fault) -> city.fault(city.neighbour(procedure), fault(fault)));
            String journey = drive.procedure().isPresent()
                    ? source.handIn(drive, drive.procedure().get())
                    : send(drive);
            TimeLine line = await(journey, t -> t.open(drive).isEmpty());
            List<String> open = line.open(drive);
            if (!open.isEmpty()) {
                return Optional.of(String.join("; ", open) + ". Der Vorgang bisher:\n" + line.text());
            }
            lift(drive);
            TimeLine end = await(journey, TimeLine::settled);
            return end.settled()
                    ? differences(drive, end)
                    : Optional.of("Nach der Störung blieb etwas liegen:\n" + end.text());
        } catch (IOException e) {
            return Optional.of("Der Hub hat nicht geantwortet: " + e.getMessage());
        } finally {
            lift(drive);
        }
    }

    private void lift(TestDrive drive) {
        drive.faults().keySet().forEach(procedure -> city.fault(city.neighbour(procedure), new Fault.None()));
    }

    private static Fault fault(String name) {
        return switch (name) {
            case "down" -> new Fault.Down();
            case "slow" -> new Fault.Slow(Duration.ofSeconds(2));
            case "error" -> new Fault.Error(503);
            case "hang-up" -> new Fault.HangUp();
            default -> throw HubException.permanent("unknown-fault", "Die Störung »" + name + "« gibt es nicht.");
        };
    }

    private String send(TestDrive drive) throws IOException {
        Multipart body = new Multipart().json("form", Files.readAllBytes(drive.message()));
        for (TestDrive.SampleFile file : drive.sampleFiles()) {
            byte[] plan = PlanPdf.of(file.filename(), drive.name(), 0);
            body.file(
                    file.purpose().isEmpty() ? "anlage" : file.purpose(),
                    file.filename(),
                    file.contentType(),
                    () -> new java.io.ByteArrayInputStream(plan));
        }
        for (Path file : drive.attachments()) {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            body.file("anlage", name, "application/octet-stream", () -> new java.io.ByteArrayInputStream(bytes));
        }
        HttpResponse<String> answer = client.call(
                "POST",
                hub.resolve("/api/v1/services/" + drive.service() + "/applications"),
                body.publisher(),
                "Content-Type",
                body.contentType(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        String journey = Json.read(answer.body()).path("journeyId").asText();
        if (journey.isEmpty()) {
            throw new IOException("HTTP " + answer.statusCode() + " " + answer.body());
        }
        return journey;
    }

    private TimeLine await(String journey, Predicate<TimeLine> done) throws InterruptedException {
        return Patience.lookUntil(done, () -> new TimeLine(journal.steps(journey)));
    }

    private Optional<String> differences(TestDrive drive, TimeLine line) throws IOException {
        for (Map.Entry<String, String> expected : drive.expected().entrySet()) {
            if (!expected.getValue().equals(TestDrive.DELIVERED)
                    && !expected.getValue().equals(TestDrive.WAITING)) {
                String wanted = Normalised.of(Files.readAllBytes(home.resolve(expected.getValue())));
                String got = line.payloadAt(expected.getKey(), vault)
                        .map(Normalised::of)
                        .orElse("");
                if (!wanted.equals(got)) {
                    return Optional.of(expected.getKey() + ": " + LineDiff.of(wanted, got));
                }
            }
        }
        return Optional.empty();
    }
}
