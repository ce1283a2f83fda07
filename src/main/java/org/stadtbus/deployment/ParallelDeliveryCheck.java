package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a target cannot tell what it has already, messages of one journey are not handed over side by side. */
final class ParallelDeliveryCheck implements Check {
    private static final int BY_DEFAULT = 2;

    @Override
    public void check(Folders folders, Report report) {
        Set<String> forgetful = folders.of(FileKind.CONNECTOR)
                .filter(file -> file.root().path("deduplicates").isBoolean()
                        && !file.root().path("deduplicates").asBoolean())
                .map(YamlFile::folder)
                .collect(Collectors.toSet());
        for (Entry entry : Entry.of(folders)) {
            JsonNode delivery = entry.node().path("delivery");
            if (forgetful.contains(entry.connector())
                    && "none".equals(delivery.path("order").asText())
                    && delivery.path("concurrency").asInt(BY_DEFAULT) > 1) {
                report.at(
                        entry.file(),
                        entry.pointer() + "/delivery/order",
                        "Der Anschluss »%s« erkennt Doppelte nicht; bitte order: journey oder concurrency: 1 wählen, sonst legen zwei Nachrichten eines Vorgangs dasselbe zweimal an."
                                .formatted(entry.connector()));
            }
        }
    }
}
