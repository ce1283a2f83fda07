package org.stadtbus.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * A home folder for a hub that does nothing but the bench's pipeline: the product's own settings and its HTTP connector, the
 * bench's schemas and mapping, and {@link #TARGETS} procedures with a route each.
 */
final class BenchHome {
    /** Procedures; each is sender, route and target in one. */
    static final int TARGETS = 50;

    /** How many sessions serve the one procedure that gets everything. */
    static final int CONCURRENCY = 4;

    private static final String STANDARD =
            """
            id: %1$s
            title: Schema der Messung
            folders: [bench]
            schemas: [%2$s]
            schematron: []
            install: Die Messung bringt es selbst mit.
            header:
              type: local-name(/*)
              messageId: /*/@id
              references: []
              caseIds: []
              businessKey: /*/*[false()]
              test: /*/*[false()]
            """;
    private static final String PROCEDURE =
            """
              - id: %1$s
                name: Ziel der Messung
                messageStandard: none
                transport: HTTP
                direction: both
                protection: normal
                restartPriority: 5
                operator: Stadt
                connection:
                  connector: http
                  properties:
                    url: ${bench.target}/%1$s
                delivery: { concurrency: %2$d }
            """;
    private static final String ROUTE =
            """
            - route:
                id: %1$s
                from:
                  uri: hub:from
                  parameters: { answersOf: %1$s, concurrency: "%2$d" }
                  steps:
                    - to: hub:validate?schema=bench-meldung
                    - to: hub:map?mapping=bench
                    - to: hub:validate?schema=bench-vorgang
                    - to: hub:to?procedure=%1$s
            """;

    private final Path folder;

    private BenchHome(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder.
     *
     * @param product home folder whose settings and HTTP connector are copied
     */
    static BenchHome make(Path folder, Path product) throws IOException {
        BenchHome home = new BenchHome(folder);
        for (String settings : new String[] {"config/application.yaml", "config/directory.yaml"}) {
            home.write(settings, Files.readString(product.resolve(settings)));
        }
        FileSystemUtils.copyRecursively(product.resolve("connectors/http"), folder.resolve("connectors/http"));
        home.write("config/standards/bench-meldung.yaml", STANDARD.formatted("bench-meldung", "meldung.xsd"));
        home.write("config/standards/bench-vorgang.yaml", STANDARD.formatted("bench-vorgang", "vorgang.xsd"));
        home.write("standards/bench/meldung.xsd", resource("meldung.xsd"));
        home.write("standards/bench/vorgang.xsd", resource("vorgang.xsd"));
        home.write("mappings/bench/mapping.yaml", resource("mapping.yaml"));
        home.write("mappings/bench/mapping.xsl", resource("mapping.xsl"));
        home.write("config/procedures/messung.yaml", "unit: Messung\nprocedures:\n" + forEach(PROCEDURE));
        home.write("routes/bench/bench.camel.yaml", forEach(ROUTE));
        return home;
    }

    private static String forEach(String template) {
        return IntStream.range(0, TARGETS)
                .mapToObj(i -> template.formatted(procedure(i), i == 0 ? CONCURRENCY : 1))
                .collect(Collectors.joining());
    }

    /** Id of the procedure with this number. */
    static String procedure(int target) {
        return "ziel-%02d".formatted(target);
    }

    Path folder() {
        return folder;
    }

    Path meldung() {
        return folder.resolve("standards/bench/meldung.xsd");
    }

    Path vorgang() {
        return folder.resolve("standards/bench/vorgang.xsd");
    }

    Path stylesheet() {
        return folder.resolve("mappings/bench/mapping.xsl");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BenchHome.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
