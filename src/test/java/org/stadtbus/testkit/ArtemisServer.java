package org.stadtbus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.stadtbus.cli.Ports;

/**
 * An Artemis as operators run it: a process of its own from the official distribution, which the build unpacks to
 * {@code target/artemis}. It has the hub's example security settings and otherwise Artemis' defaults.
 */
public final class ArtemisServer implements AutoCloseable {
    /** The hub's account at the broker. */
    public static final String USER = "stadtbus";

    public static final String PASSWORD = "nur-im-test";

    private static final Path DISTRIBUTIONS = Path.of("target/artemis");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String BOOTSTRAP =
            """
            <broker xmlns="http://activemq.apache.org/schema">
              <security-manager class-name="org.apache.activemq.artemis.spi.core.security.ActiveMQBasicSecurityManager">
                <property key="bootstrapUser" value="%s"/>
                <property key="bootstrapPassword" value="%s"/>
                <property key="bootstrapRole" value="stadtbus"/>
              </security-manager>
              <server configuration="%s"/>
            </broker>
            """;

    private static final String CONFIGURATION =
            """
            <configuration xmlns="urn:activemq" xmlns:xi="http://www.w3.org/2001/XInclude">
              <core xmlns="urn:activemq:core">
                <name>%1$s</name>
                <persistence-enabled>true</persistence-enabled>
                <journal-type>NIO</journal-type>
                <journal-buffer-timeout>100000</journal-buffer-timeout>
                <journal-pool-files>4</journal-pool-files>
                <bindings-directory>%2$s/bindings</bindings-directory>
                <journal-directory>%2$s/journal</journal-directory>
                <large-messages-directory>%2$s/large</large-messages-directory>
                <paging-directory>%2$s/paging</paging-directory>
                <cluster-user>brokers</cluster-user>
                <cluster-password>among-brokers</cluster-password>
                <acceptors><acceptor name="core">tcp://127.0.0.1:%3$d?protocols=CORE</acceptor></acceptors>
                <xi:include href="%4$s"/>
                %5$s
              </core>
            </configuration>
            """;

    private static final String NO_JMX = "<management-context xmlns=\"http://activemq.apache.org/schema\"/>";

    private static final String LOGGING =
            """
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{HH:mm:ss.SSS} %p %c{1} %m%n
            rootLogger.level = INFO
            rootLogger.appenderRef.console.ref = console
            logger.audit.name = org.apache.activemq.audit
            logger.audit.level = OFF
            """;

    private final Path folder;
    private final int port;
    private @Nullable Program process;
    private long seen;

    private ArtemisServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Prepares a server that is not started yet.
     *
     * @param folder empty folder for everything it keeps
     * @param port where it listens on 127.0.0.1
     * @param more further elements of {@code <core>}, e.g. for a cluster
     */
    static ArtemisServer prepare(Path folder, int port, String more) {
        Path etc = folder.resolve("etc");
        Path security = Path.of("config/broker/security-settings.xml").toAbsolutePath();
        try {
            Files.createDirectories(etc);
            Files.writeString(
                    etc.resolve("bootstrap.xml"),
                    BOOTSTRAP.formatted(
                            USER, PASSWORD, etc.resolve("broker.xml").toUri()));
            Files.writeString(
                    etc.resolve("broker.xml"),
                    CONFIGURATION.formatted(
                            folder.getFileName(), folder.resolve("data"), port, security.toUri(), more));
            Files.writeString(etc.resolve("management.xml"), NO_JMX);
            Files.writeString(etc.resolve("log4j2.properties"), LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArtemisServer(folder, port);
    }

    /** One broker by itself, running. */
    public static ArtemisServer single(Path folder) {
        return single(folder, "");
    }

    /** As above, with these further elements of {@code <core>}. */
    public static ArtemisServer single(Path folder, String more) {
        return prepare(folder, Ports.free(), more).start();
    }

    /** Starts the process on what it kept; returns when it listens. */
    public ArtemisServer start() {
        launch();
        awaitUp();
        return this;
    }

    /** Starts the process on what it kept; a backup does not listen before it takes over. */
    public void launch() {
        Path home = distribution();
        Path etc = folder.resolve("etc");
        process = Program.java(List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.disableJmx=true",
                "-Dlog4j2.configurationFile=" + etc.resolve("log4j2.properties"),
                "-Dartemis.home=" + home,
                "-Dartemis.instance=" + folder,
                "-Dartemis.instance.etc=" + etc,
                "-cp",
                home.resolve("lib/artemis-boot.jar").toString(),
                "org.apache.activemq.artemis.boot.Artemis",
                "run"));
    }

    private static Path distribution() {
        try (Stream<Path> found = Files.list(DISTRIBUTIONS)) {
            return found.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("Artemis is unpacked by ./mvnw pre-integration-test", e);
        }
    }

    /** Waits until it listens. */
    public void awaitUp() {
        try {
            Awaitility.await().atMost(PATIENCE).until(this::listens);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("No broker on port " + port + ":\n" + log(), e);
        }
    }

    /** True when something accepts connections at its port. */
    public boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for a line of its log that contains the text, since its last start. */
    public void awaitLog(String text) throws InterruptedException {
        Program running = running();
        if (!running.awaitLine(line -> line.contains(text), PATIENCE.toSeconds())) {
            throw new AssertionError("No \"" + text + "\" in the log of " + folder + ":\n" + running.text());
        }
        seen = count(text);
    }

    /** As above, but once more than it was there when asked the last time. */
    void awaitLogAgain(String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> count(text) > seen);
        seen = count(text);
    }

    private long count(String text) {
        return log().lines().filter(line -> line.contains(text)).count();
    }

    private Program running() {
        return Objects.requireNonNull(process, "not started");
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        running().kill();
    }

    /** Where a client finds it, as part of a broker URL. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** What it logged since its last start. */
    public String log() {
        return running().text();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.kill();
        }
    }
}
