package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Backlog;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.ChainVerifier;
import org.stadtbus.journal.EventType;
import org.stadtbus.sandbox.Json;
import org.stadtbus.testkit.Postgres;
import org.stadtbus.testkit.RunningHub;

/** The whole hub on a real PostgreSQL, whose server process is stopped and started. */
class PostgresIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PROCEDURES = List.of("bauantraege", "eakte-enaio", "brandschutz-vorbeugend");

    private final Path folder;
    private final Postgres server;
    private final Postgres.Database database;

    PostgresIT(@TempDir Path folder) {
        this.folder = folder;
        this.server = Postgres.in(folder);
        this.database = server.create();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    private RunningHub hub() {
        Map<String, String> settings = new LinkedHashMap<>(database.hubSettings());
        // without the official schemas a hub starts faster; what is delivered is the same
        settings.put("stadtbus.standards.dir", folder.toString());
        settings.put("stadtbus.standards.directory", "mappings/common/sample-directory.yaml");
        return RunningHub.start(folder, settings, "sandbox");
    }

    private static String send(RunningHub hub) throws Exception {
        return new OnlineForms(hub)
                .send(OnlineForms.sample("einfamilienhaus"), OnlineForms.key())
                .isAccepted()
                .journeyId();
    }

    private static void awaitDecided(RunningHub hub, List<String> journeys) {
        await("the decisions").atMost(PATIENCE).ignoreExceptions().until(() -> journeys.stream()
                .allMatch(id -> hub.journal()
                        .journey(id)
                        .filter(j -> j.state() == JourneyState.DECIDED)
                        .isPresent()));
        await("the rest")
                .atMost(PATIENCE)
                .until(() -> hub.bean(Backlog.class).waiting().isEmpty());
    }

    private void assertNothingIsMissing(RunningHub hub, List<String> journeys) {
        assertThat(journeys).allSatisfy(id -> assertThat(hub.journal().steps(id).stream()
                        .filter(step -> step.type() == EventType.DELIVERED)
                        .map(step -> step.system()))
                .containsAll(PROCEDURES));
        assertThat(ChainVerifier.of(hub.bean(javax.sql.DataSource.class), null, folder.resolve("hub/keys"))
                        .verify())
                .isInstanceOf(ChainVerifier.Verdict.Intact.class);
    }

    @Test
    void aBauantragTravelsOnPostgreSql() throws Exception {
        try (RunningHub hub = hub()) {
            List<String> journeys = List.of(send(hub));

            awaitDecided(hub, journeys);

            assertNothingIsMissing(hub, journeys);
        }
    }

    @Test
    void databaseAwayForSecondsLosesNothing() throws Exception {
        databaseAway(Duration.ofSeconds(5));
    }

    @Tag("soak")
    @Test
    void databaseAwayForAMinuteLosesNothing() throws Exception {
        databaseAway(Duration.ofMinutes(1));
    }

    private void databaseAway(Duration outage) throws Exception {
        try (RunningHub hub = hub()) {
            List<String> journeys = new ArrayList<>();
            journeys.add(send(hub));

            server.stop();
            long back = System.nanoTime() + outage.toNanos();
            while (System.nanoTime() < back) {
                journeys.add(send(hub));
            }
            awaitAnswers(hub);
            server.start();
            journeys.add(send(hub));

            awaitDecided(hub, journeys);
            assertNothingIsMissing(hub, journeys);
        }
    }

    /** The authorities have what was accepted, their answers wait for the database, and nobody is asked to clear anything. */
    private static void awaitAnswers(RunningHub hub) {
        Backlog backlog = hub.bean(Backlog.class);
        await("the authorities' answers").atMost(PATIENCE).until(() -> backlog.waiting()
                .keySet()
                .containsAll(List.of("answers.bauantraege", "answers.brandschutz-vorbeugend")));
        assertThat(backlog.waiting().keySet()).noneMatch(queue -> queue.startsWith("clearing."));
    }

    @Test
    void aHubWithoutItsDatabaseStartsAcceptsAndDelivers() throws Exception {
        server.stop();
        try (RunningHub hub = hub()) {
            List<String> journeys = List.of(send(hub));
            awaitAnswers(hub);
            var page = java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(
                                            hub.uri().resolve("/api/v1/journeys/" + journeys.get(0) + "/status"))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(Json.read(page.body()).path("detail").asText()).contains("Datenbank", "angenommen");

            server.start();

            awaitDecided(hub, journeys);
            assertNothingIsMissing(hub, journeys);
        }
    }
}
