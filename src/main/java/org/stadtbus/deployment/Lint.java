package org.stadtbus.deployment;

import java.nio.file.Path;
import java.util.List;

/** Looks at an integrator's folders and says what must be changed before the hub can use them. */
public final class Lint {
    private static final List<Check> CHECKS = List.of(
            new ReadableCheck(),
            new FirstLineCheck(),
            new SchemaCheck(),
            new ConnectorCheck(),
            new ConnectorFilesCheck(),
            new KameletNameCheck(),
            new KameletPropertyCheck(),
            new CamelFileCheck(),
            new RouteEndCheck(),
            new HubStepCheck(),
            new HubReferenceCheck(),
            new KameletUseCheck(),
            new RouteFolderCheck(),
            new RouteDescriptionCheck(),
            new RecipientsCheck(),
            new FormSchemaCheck(),
            new TestFileCheck(),
            new MappingCheck(),
            new SampleFilesCheck(),
            new SampleLettersCheck(),
            new CatalogueCheck(),
            new OneWayCheck(),
            new DeduplicationCheck(),
            new ParallelDeliveryCheck(),
            new SettingsNameCheck(),
            new SecretCheck());

    private Lint() {}

    /**
     * Reads everything and asks every check.
     *
     * @param home folder that holds {@code config}, {@code connectors}, {@code mappings} and {@code routes}
     */
    public static LintResult run(Path home) {
        Folders folders = Folders.read(home.toAbsolutePath().normalize());
        Report report = new Report();
        CHECKS.parallelStream().forEach(check -> check.check(folders, report));
        return new LintResult(
                report.findings(),
                folders.yaml().size(),
                folders.folders("connectors").size(),
                folders.mappings().size(),
                folders.folders("routes").size(),
                Entry.of(folders).size());
    }
}
