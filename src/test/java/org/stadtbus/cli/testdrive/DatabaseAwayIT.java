package org.stadtbus.cli.testdrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.stadtbus.Hub;
import org.stadtbus.broker.Backlog;
import org.stadtbus.cli.Ports;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.PlanPdf;
import org.stadtbus.sandbox.http.Multipart;

/** The whole hub and the whole city while the database is away (design decision 2): it delays the screens and loses nothing. */
class DatabaseAwayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    private final Outage outage = new Outage();

    @Test
    void applicationsAreAcceptedAndDeliveredAndTheirAnswersJoinOnceItIsBack() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Ports.free());
        try (City city = City.start(folder.resolve("stadt"), address);
                ConfigurableApplicationContext hub = hub(city, address)) {
            Backlog backlog = hub.getBean(Backlog.class);
            outage.on = true;

            HttpResponse<String> accepted = send(city, address);
            HttpResponse<String> again = send(city, address);

            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
            assertThat(again.body()).isEqualTo(accepted.body());
            await("the authorities' answers").atMost(PATIENCE).until(() -> backlog.waiting()
                    .keySet()
                    .containsAll(List.of("answers.bauantraege", "answers.brandschutz-vorbeugend")));
            assertThat(backlog.waiting().keySet()).noneMatch(queue -> queue.startsWith("clearing."));

            outage.on = false;

            JournalQueries journal = hub.getBean(JournalQueries.class);
            String journey = Json.read(accepted.body()).path("journeyId").asText();
            await("the decision").atMost(PATIENCE).until(() -> journal.journey(journey)
                    .filter(j -> j.state() == JourneyState.DECIDED)
                    .isPresent());
            await("the rest").atMost(PATIENCE).until(() -> backlog.waiting().isEmpty());
        }
    }

    private HttpResponse<String> send(City city, URI address) throws IOException {
        TestDrive drive = TestDrive.all(HOME).stream()
                .filter(d -> d.name().contains("einfamilienhaus") && d.faults().isEmpty())
                .findFirst()
                .orElseThrow();
        Multipart body = new Multipart().json("form", Files.readAllBytes(drive.message()));
        for (TestDrive.SampleFile file : drive.sampleFiles()) {
            byte[] plan = PlanPdf.of(file.purpose(), drive.name(), 0);
            body.file(file.purpose(), file.filename(), file.contentType(), () -> new ByteArrayInputStream(plan));
        }
        return city.client(City.ONLINE_FORM)
                .call(
                        "POST",
                        address.resolve("/api/v1/services/" + drive.service() + "/applications"),
                        body.publisher(),
                        "Content-Type",
                        body.contentType(),
                        "Idempotency-Key",
                        "datenbank-weg");
    }

    private ConfigurableApplicationContext hub(City city, URI address) {
        Map<String, String> settings = new LinkedHashMap<>(city.hubSettings());
        settings.put("stadtbus.home", HOME.toString());
        settings.put("stadtbus.data", folder.resolve("hub").toString());
        settings.put("stadtbus.standards.directory", "mappings/common/sample-directory.yaml");
        settings.put("server.port", String.valueOf(address.getPort()));
        return Hub.start(settings, context -> context.getBeanFactory().addBeanPostProcessor(outage), "sandbox");
    }

    /** Puts itself before the hub's database. */
    private static final class Outage implements BeanPostProcessor {
        private volatile boolean on;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database ? new Door(database) : bean;
        }

        private final class Door extends DelegatingDataSource {
            Door(DataSource database) {
                super(database);
            }

            @Override
            public Connection getConnection() throws SQLException {
                if (on) {
                    throw new SQLException("away");
                }
                return super.getConnection();
            }
        }
    }
}
