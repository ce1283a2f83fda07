package org.stadtbus.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.Organisation;

/** Loads the mappings routes use; every stylesheet is compiled once, at start. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    Mappings mappings(@Value("${stadtbus.home:.}") Path home, Directory directory) {
        return Mappings.load(home.resolve("mappings"), () -> byRole(directory));
    }

    private static Map<String, Map<String, String>> byRole(Directory directory) {
        return directory.all().stream()
                .collect(Collectors.toMap(
                        Organisation::role,
                        o -> Map.of(
                                "kennung", o.key(),
                                "name", o.name(),
                                "verzeichnisdienst", o.directoryService(),
                                "verzeichnisdienstVersion", o.directoryServiceVersion())));
    }
}
