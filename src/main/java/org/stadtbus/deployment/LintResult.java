package org.stadtbus.deployment;

import java.util.List;

/**
 * What lint found and how much it looked at.
 *
 * @param findings by file and line; empty when all is well
 * @param files YAML files read
 * @param connectors folders below {@code connectors}
 * @param mappings folders below {@code mappings}
 * @param routes folders below {@code routes}
 * @param procedures entries of the catalogue
 */
public record LintResult(
        List<LintFinding> findings, int files, int connectors, int mappings, int routes, int procedures) {

    /** One German line with the counts. */
    public String summary() {
        String counts = "%d Dateien, %d Anschlüsse, %d Abbildungen, %d Linien, %d Fachverfahren"
                .formatted(files, connectors, mappings, routes, procedures);
        return findings.isEmpty()
                ? "Alles in Ordnung: " + counts + "."
                : "%d Beanstandungen in %s.".formatted(findings.size(), counts);
    }
}
