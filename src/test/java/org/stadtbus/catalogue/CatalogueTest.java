package org.stadtbus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadtbus.envelope.HubException;

/** The city's procedures are in the catalogue, and a broken catalogue is refused with a sentence that names the file. */
class CatalogueTest {
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final String GOOD =
            """
            unit: Amt
            procedures:
              - id: register
                name: Register
                messageStandard: CSV
                transport: SFTP
                direction: both
                protection: hoch
                restartPriority: 3
                operator: Stadt
                connection: { connector: sftp, properties: { port: 22 } }
                delivery: { concurrency: 1, order: none, retry: { initial: 1s, max: PT5M } }
            """;

    @TempDir
    Path home;

    @Test
    void everyProcedureOfTheCityIsInTheCatalogue() throws IOException {
        Catalogue catalogue = new CatalogueLoader().load(Path.of("."));
        List<String[]> city = city();
        assertThat(catalogue.all()).hasSameSizeAs(city).hasSize(408);
        assertThat(city).allSatisfy(row -> assertThat(row(catalogue.require(row[0])))
                .containsExactly(row[0], row[1], row[2], row[4], row[5], row[6], row[7], row[8], row[9]));
    }

    @Test
    void everyUnitHasOneFile() throws IOException {
        long units = new CatalogueLoader()
                .load(Path.of(".")).all().stream()
                        .map(Procedure::unit)
                        .distinct()
                        .count();
        try (Stream<Path> files = Files.list(Path.of("config/procedures"))) {
            assertThat(files.count()).isEqualTo(units).isEqualTo(69);
        }
    }

    @Test
    void aGoodFileIsRead() throws IOException {
        write("amt.yaml", GOOD);
        Procedure register = new CatalogueLoader().load(home).require("register");
        assertThat(register.unit()).isEqualTo("Amt");
        assertThat(register.delivery().ordered()).isFalse();
        assertThat(register.delivery().retry().max()).hasMinutes(5);
        assertThat(register.connection())
                .hasValueSatisfying(c -> assertThat(c.properties()).containsEntry("port", "22"));
    }

    @Test
    void ratesWindowsAndDeadlinesAreRead() throws IOException {
        write(
                "amt.yaml",
                GOOD.replace(
                        "order: none,",
                        "order: none, rate: { messages: 10, per: 1s }, windows: [{ begins: \"0 0 22 * * SAT\", lasts: 6h }], expires: 3d,"));
        DeliveryPolicy policy =
                new CatalogueLoader().load(home).require("register").delivery();
        assertThat(policy.rate()).contains(new Rate(10, Duration.ofSeconds(1)));
        assertThat(policy.windows()).containsExactly(Window.of("0 0 22 * * SAT", "6h"));
        assertThat(policy.expires()).contains(Duration.ofDays(3));
    }

    @Test
    void procedureIsConnectedOnlyWhereItsSettingIs() throws IOException {
        write("amt.yaml", GOOD.replace("connector: sftp,", "connector: sftp, when: amt.sftp.host,"));
        Catalogue written = new CatalogueLoader().load(home);

        Catalogue here = written.connectedBy("amt.sftp.host"::equals);
        assertThat(here.require("register").connection()).isPresent();
        assertThat(here.missingSetting("register")).isEmpty();

        Catalogue elsewhere = written.connectedBy(setting -> false);
        assertThat(elsewhere.require("register").connection()).isEmpty();
        assertThat(elsewhere.missingSetting("register")).contains("amt.sftp.host");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenFileIsRefusedWithASentenceThatNamesIt(String what, String find, String replace, String sentence)
            throws IOException {
        write("amt.yaml", GOOD);
        write(
                "anderes-amt.yaml",
                GOOD.replace("unit: Amt", "unit: Anderes Amt")
                        .replace("id: register", "id: archiv")
                        .replace(find, replace));
        assertThatThrownBy(() -> new CatalogueLoader().load(home))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("anderes-amt.yaml")
                .hasMessageContaining(sentence);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("an id twice", "id: archiv", "id: register", "die Kennung register gibt es zweimal"),
                Arguments.of(
                        "a unit twice",
                        "unit: Anderes Amt",
                        "unit: Amt",
                        "die Einheit Amt hat schon eine andere Datei"),
                Arguments.of("unknown field", "operator:", "betreiber:", "Das Feld »betreiber« ist nicht vorgesehen."),
                Arguments.of("missing field", "    direction: both\n", "", "Das Feld »direction« fehlt."),
                Arguments.of("bad duration", "initial: 1s", "initial: bald", "/procedures/0/delivery/retry/initial"),
                Arguments.of(
                        "bad cron",
                        "order: none,",
                        "order: none, windows: [{ begins: \"0 0 99 * * *\", lasts: 6h }],",
                        "99"),
                Arguments.of(
                        "bad protection",
                        "protection: hoch",
                        "protection: mittel",
                        "erlaubt sind normal, hoch, sehr hoch"),
                Arguments.of(
                        "a key twice", "    name: Register\n", "    name: A\n    name: B\n", "Duplicate field 'name'"),
                Arguments.of("no YAML", "procedures:", "procedures: [", "Der Katalog ist nicht lesbar"));
    }

    private void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve("config/procedures"));
        Files.writeString(folder.resolve(name), text);
    }

    private static List<String> row(Procedure p) {
        return List.of(
                p.id(),
                p.name(),
                p.unit(),
                p.messageStandard(),
                p.transport(),
                p.direction(),
                p.protection(),
                String.valueOf(p.restartPriority()),
                p.operator());
    }

    private static List<String[]> city() throws IOException {
        Path file = Path.of("..", "shared", "domain", "procedures.csv");
        String sentence = "The city's list of procedures is not at %s.".formatted(file);
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            fail(sentence);
        }
        assumeTrue(Files.exists(file), sentence);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> COMMA.splitAsStream(line)
                            .map(cell -> cell.replaceAll("^\"|\"$", ""))
                            .toArray(String[]::new))
                    .toList();
        }
    }
}
