package org.stadtbus.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.pressure.Gate;
import org.stadtbus.standards.Standards;

/** An application's files are described in its envelope, and the broker's journal takes an envelope only up to a size. */
class ManyFilesTest {
    private static final String SERVICE = "99050012104000";
    private static final Path FORM = Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json");

    @TempDir
    Path folder;

    @Test
    void manyFilesAreTakenAndTooManyAreRefusedWithASentence() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            Intake intake = intake(broker);
            intake.accept(application("viele", 800));
            broker.assertWaiting(Queues.intake(SERVICE), 1);

            assertThatExceptionOfType(HubException.class)
                    .isThrownBy(() -> intake.accept(application("zu viele", 3000)))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.REJECTED))
                    .satisfies(e -> assertThat(e.sentence()).contains("zu viele Anlagen (3000)"));
            broker.assertWaiting(Queues.intake(SERVICE), 1);
        }
    }

    private Intake intake(TestBroker broker) {
        IntakeProperties limits =
                new IntakeProperties(false, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1));
        return new DurableIntake(
                broker.broker(),
                new ApplicationCheck(
                        new CatalogueLoader().load(Path.of("")),
                        Standards.load(Path.of("config"), Path.of("standards")),
                        service -> Optional.empty(),
                        limits),
                new KnownApplications(mock(JournalQueries.class)),
                new JourneyIds(folder.resolve("keys/intake.key")),
                Gate.open(),
                Clock.systemUTC());
    }

    private static Application application(String key, int files) throws Exception {
        List<Attachment> attachments = IntStream.range(0, files)
                .mapToObj(i -> new Attachment(
                        "3f2b8a52-7d0e-8a4b-9c1d-" + (100_000_000_000L + i),
                        "Bauzeichnung Grundriss Blatt " + i + ".pdf",
                        "application/pdf",
                        "bauzeichnung",
                        1,
                        "a".repeat(64)))
                .toList();
        return new Application(
                "rest",
                key,
                key,
                SERVICE,
                "urn:stadtbus:form:gewerbeanmeldung:1.0",
                Files.readAllBytes(FORM),
                null,
                false,
                attachments);
    }
}
