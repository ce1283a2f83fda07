package org.stadtbus.cli.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Settings;
import org.stadtbus.standards.StandardStatus;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.StandardsConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stadtbus standards list}: which versions are described, installed and hold today. */
@Command(
        name = "list",
        description = "Zeigt die Standards und wie es um sie steht; Exit-Code 1, wenn jemand etwas tun muss.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final int URGENT = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Settings settings = new Settings();

    @Option(
            names = "--json",
            description =
                    "Ausgabe als JSON: {\"standards\":[{\"id\",\"title\",\"installed\",\"from\",\"until\",\"sentence\",\"urgent\"}]}")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        try (ConfigurableApplicationContext part =
                Hub.part(StandardsConfiguration.class, settings.values(), settings.profiles())) {
            List<StandardStatus> standards = part.getBean(Standards.class).overview();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build()
                        .writeValueAsString(Map.of("standards", standards)));
            } else {
                standards.forEach(each -> out.printf(
                        "%s %-24s %-44s %s%n", each.urgent() ? "!" : " ", each.id(), each.title(), each.sentence()));
            }
            out.flush();
            return standards.stream().anyMatch(StandardStatus::urgent) ? URGENT : 0;
        }
    }
}
