package org.stadtbus.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.logging.Level;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.stadtbus.cli.bench.BenchCommand;
import org.stadtbus.cli.demo.DemoCommand;
import org.stadtbus.cli.journal.JournalCommand;
import org.stadtbus.cli.standards.StandardsCommand;
import org.stadtbus.cli.testdrive.TestCommand;
import org.stadtbus.cli.vault.VaultCommand;
import org.stadtbus.envelope.HubException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The program {@code stadtbus}. */
@Command(
        name = "stadtbus",
        mixinStandardHelpOptions = true,
        version = "Stadtbus 0.1.0",
        description = "Die Integrationsdrehscheibe der Stadt.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            LintCommand.class,
            TestCommand.class,
            BenchCommand.class,
            StandardsCommand.class,
            VaultCommand.class,
            JournalCommand.class
        })
public final class StadtbusCommand {
    private static final Logger LOG = LoggerFactory.getLogger(StadtbusCommand.class);
    private static final int FAILED = 2;

    private StadtbusCommand() {}

    /** Runs one command; its exit code becomes the program's. */
    public static void main(String[] arguments) {
        quiet();
        // not every library's threads end with what they worked for
        System.exit(commandLine().execute(arguments));
    }

    /** Neighbours of the sandbox open ports before the hub has its logging; Tomcat would chat about each on the console. */
    private static void quiet() {
        java.util.logging.Logger.getLogger("").setLevel(Level.WARNING);
    }

    /** The command line with failures shown as sentences. */
    static CommandLine commandLine() {
        return new CommandLine(new StadtbusCommand())
                .registerConverter(LocalDate.class, StadtbusCommand::day)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(sentence(failure));
                    return FAILED;
                });
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("»%s« ist kein Tag der Form JJJJ-MM-TT".formatted(text));
        }
    }

    private static String sentence(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof HubException explained) {
                return explained.sentence();
            }
            if (t instanceof PortInUseException port) {
                return "Der Port " + port.getPort() + " ist belegt; bitte einen anderen angeben.";
            }
            if (t instanceof JdbcSQLNonTransientConnectionException
                    && t.getMessage() != null
                    && t.getMessage().contains("[90020")) {
                return "In diesem Ordner läuft schon ein Stadtbus; bitte den anderen beenden oder einen anderen Ordner angeben.";
            }
        }
        LOG.error("Unexpected", failure);
        return "Unerwarteter Fehler: " + failure;
    }
}
