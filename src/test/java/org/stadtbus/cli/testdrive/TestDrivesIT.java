package org.stadtbus.cli.testdrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every {@code routes/<service>/<case>.test.yaml} is a test by being there. */
class TestDrivesIT {

    @Test
    void everyTestDriveOfEveryRouteGoesAsItsFileSays() throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        boolean good = TestCommand.run(
                Path.of("").toAbsolutePath(), "", new PrintStream(report, true, StandardCharsets.UTF_8));
        String text = report.toString(StandardCharsets.UTF_8);
        assertThat(good).as(text).isTrue();
        assertThat(text).contains("bauantrag / einfamilienhaus {eakte-enaio=down}", "gewerbeanmeldung / ", "umzug / ");
    }
}
