package org.stadtbus.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.stadtbus.cli.Ports;

/** Two Artemis processes that belong together. */
public record ArtemisPair(ArtemisServer first, ArtemisServer second) implements AutoCloseable {
    private static final String CONNECTORS =
            """
            <connectors>
              <connector name="self">tcp://127.0.0.1:%d</connector>
              <connector name="other">tcp://127.0.0.1:%d</connector>
            </connectors>
            <cluster-connections>
              <cluster-connection name="stadtbus">
                <connector-ref>self</connector-ref>
                <retry-interval>200</retry-interval>
                <message-load-balancing>ON_DEMAND</message-load-balancing>
                <static-connectors><connector-ref>other</connector-ref></static-connectors>
              </cluster-connection>
            </cluster-connections>
            """;

    /** A lock in a folder that both see decides who is live: two of a pair are too few for a vote. */
    private static final String REPLICATION =
            """
            <ha-policy><replication><%1$s>
              <manager>
                <class-name>org.apache.activemq.artemis.lockmanager.file.FileBasedLockManager</class-name>
                <properties><property key="locks-folder" value="%2$s"/></properties>
              </manager>
              %3$s
            </%1$s></replication></ha-policy>
            """;

    /** A live broker and the backup that has a copy of everything, in sync. */
    public static ArtemisPair replicated(Path folder) throws Exception {
        Path locks = java.nio.file.Files.createDirectories(folder.resolve("locks"));
        ArtemisPair pair = prepare(
                folder,
                List.of("live", "backup"),
                List.of(
                        REPLICATION.formatted("primary", locks, ""),
                        REPLICATION.formatted("backup", locks, "<allow-failback>true</allow-failback>")));
        pair.first.start();
        pair.second.launch();
        pair.awaitInSync();
        return pair;
    }

    /** Two live brokers that hand each other messages for whose queue the other one has consumers. */
    public static ArtemisPair cluster(Path folder) {
        ArtemisPair pair = prepare(folder, List.of("a", "b"), List.of("", ""));
        pair.first.start();
        pair.second.start();
        return pair;
    }

    private static ArtemisPair prepare(Path folder, List<String> names, List<String> more) {
        int one = Ports.free();
        int two = Ports.free();
        return new ArtemisPair(
                ArtemisServer.prepare(folder.resolve(names.get(0)), one, CONNECTORS.formatted(one, two) + more.get(0)),
                ArtemisServer.prepare(folder.resolve(names.get(1)), two, CONNECTORS.formatted(two, one) + more.get(1)));
    }

    /** Waits until the backup has everything the live broker has. */
    public void awaitInSync() throws InterruptedException {
        second.awaitLog("AMQ221024");
    }

    /** Waits until the live broker has its work back and the backup is a copy of it again. */
    public void awaitBackupAgain() throws InterruptedException {
        first.awaitUp();
        second.awaitLogAgain("AMQ221024");
    }

    /** The URL with which a hub uses both. */
    public String url() {
        return List.of(first, second).stream().map(ArtemisServer::url).collect(Collectors.joining(",", "(", ")"));
    }

    @Override
    public void close() throws InterruptedException {
        first.close();
        second.close();
    }
}
