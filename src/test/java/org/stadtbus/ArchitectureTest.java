package org.stadtbus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries between packages hold. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {
    private final JavaClasses hub =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.stadtbus");

    @Test
    void modulesUseOnlyWhatTheyDeclareAndNoCycles() {
        ApplicationModules.of(Hub.class).verify();
    }

    @Test
    void packagesFormNoCycles() {
        check(slices().matching("org.stadtbus.(*)..").should().beFreeOfCycles());
    }

    @Test
    void envelopeKnowsNeitherCamelNorQueuesNorDatabases() {
        check(noClasses()
                .that()
                .resideInAPackage("..envelope..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "jakarta.jms..", "java.sql..", "javax.sql..")
                .because("everybody may use it"));
    }

    @Test
    void onlyBrokerAndTheJournalsListenerSpeakJms() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..broker..",
                                "..journal..",
                                "..cli.bench..",
                                "..connector.jms..",
                                "..sandbox.fremdbroker..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.jms..", "org.springframework.jms..", "org.apache.activemq..")
                        .because(
                                "consume, sends and journal events must commit together; bench measures a bare broker, the connector and its neighbour speak to a foreign one"));
    }

    @Test
    void mappingAndStandardsKnowNoTransport() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..mapping..", "..standards..", "..catalogue..", "..deployment..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "jakarta.jms..", "java.sql..", "javax.sql..")
                .because("they know files, not queues"));
    }

    @Test
    void connectorsKnowNothingOfEachOther() {
        check(slices().matching("org.stadtbus.connector.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true));
    }

    @Test
    void onlyTheCommandLineUsesTheSandbox() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..sandbox..", "..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..sandbox..")
                .because("a production hub must run without the sandbox city"));
    }

    @Test
    void sandboxIsPlainJava() {
        check(noClasses()
                .that()
                .resideInAPackage("..sandbox..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("a test keeps the city running while it kills the hub"));
    }

    @Test
    void nobodyUsesTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..cli..")
                .because("what a command does lives in the package it belongs to"));
    }

    @Test
    void lintNeedsNoSpring() {
        check(noClasses()
                .that()
                .resideInAPackage("..deployment..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("it answers before a hub could start"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses().that().resideOutsideOfPackage("..cli..").should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void stepsOfRoutesAreClassesOfFlow() {
        check(classes()
                .that()
                .resideOutsideOfPackages("..flow..", "..delivery..", "..connector..", "..sandbox..", "..cli.bench..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.camel..")
                .because("Camel carries messages and decides nothing; bench measures Camel's own components"));
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = hub.getPackage("org.stadtbus").getSubpackagesInTree().stream()
                .filter(p -> p.getClasses().stream().anyMatch(c -> !"package-info".equals(c.getSimpleName())))
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    private void check(ArchRule rule) {
        rule.check(hub);
    }
}
