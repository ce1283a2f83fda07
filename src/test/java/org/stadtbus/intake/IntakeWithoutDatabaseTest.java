package org.stadtbus.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.util.unit.DataSize;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.pressure.Gate;
import org.stadtbus.standards.Standards;

/** The intake while the database is away, on a real broker. */
class IntakeWithoutDatabaseTest {
    private static final String SERVICE = "99050012104000";
    private static final Path FORM = Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json");

    @TempDir
    Path folder;

    @Test
    void applicationIsAcceptedOnceAlsoWhenItComesAgain() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            Intake intake = intake(broker);

            Intake.Accepted first = intake.accept(application());
            Intake.Accepted second = intake.accept(application());

            assertThat(first.repeated()).isFalse();
            assertThat(second.repeated()).isTrue();
            assertThat(second.journeyId()).isEqualTo(first.journeyId());
            broker.assertWaiting(Queues.intake(SERVICE), 1);
        }
    }

    @Test
    void afterARestartASenderIsAskedToComeAgainUntilTheJournalCanCompare() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            intake(broker).accept(application());
            Intake restarted = intake(broker);

            assertThatExceptionOfType(HubException.class)
                    .isThrownBy(() -> restarted.accept(application()))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT))
                    .satisfies(e -> assertThat(e.problemCode()).isEqualTo("key-in-use"));
            broker.assertWaiting(Queues.intake(SERVICE), 1);
        }
    }

    private Intake intake(TestBroker broker) {
        return new DurableIntake(
                broker.broker(),
                new ApplicationCheck(
                        new CatalogueLoader().load(Path.of("")),
                        Standards.load(Path.of("config"), Path.of("standards")),
                        service -> Optional.empty(),
                        new IntakeProperties(
                                false, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1))),
                new KnownApplications(away()),
                new JourneyIds(folder.resolve("keys/intake.key")),
                Gate.open(),
                Clock.systemUTC());
    }

    private static Application application() throws Exception {
        return new Application(
                "rest",
                "client:key",
                "key",
                SERVICE,
                "urn:stadtbus:form:gewerbeanmeldung:1.0",
                Files.readAllBytes(FORM),
                null,
                false,
                List.of());
    }

    private static JournalQueries away() {
        return (JournalQueries) Proxy.newProxyInstance(
                JournalQueries.class.getClassLoader(), new Class<?>[] {JournalQueries.class}, (proxy, method, args) -> {
                    throw new CannotGetJdbcConnectionException("away");
                });
    }
}
