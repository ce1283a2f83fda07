package org.stadtbus.cli.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.stadtbus.cli.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stadtbus demo}: see the hub at work on a machine that has nothing but a JDK. */
@Command(
        name = "demo",
        description = "Startet Hub und Sandbox-Stadt und schickt Anträge und Post hindurch.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int AS_EXPECTED = 0;
    private static final int OTHERWISE = 1;

    @Option(names = "--once", description = "Endet, wenn alle Vorgänge am Ziel sind; Ergebnis im Rückgabewert")
    private boolean once;

    @Option(names = "--json", description = "Gibt auf der Standardausgabe nur das Ergebnis als JSON aus")
    private boolean json;

    @Option(names = "--data", paramLabel = "ORDNER", description = "Wo alles gespeichert wird (sonst data/demo)")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "NUMMER", description = "Port der Oberfläche (sonst ${DEFAULT-VALUE})")
    private int port = 8080;

    @Override
    public Integer call() throws Exception {
        Path folder = data == null ? Home.path().resolve("data/demo") : data.toAbsolutePath();
        PrintStream people = json ? System.err : System.out;
        Demo demo = Demo.start(folder, port, people);
        DemoReport report = demo.run();
        people.println(report.summary());
        if (json) {
            System.out.println(report.json());
        }
        if (!once) {
            people.println("Der Stadtbus läuft weiter; Strg-C beendet ihn.");
            new CountDownLatch(1).await();
        }
        demo.close();
        return report.asExpected() ? AS_EXPECTED : OTHERWISE;
    }
}
