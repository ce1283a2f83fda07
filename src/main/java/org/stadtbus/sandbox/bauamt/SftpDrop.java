package org.stadtbus.sandbox.bauamt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.http.Fault;

/**
 * An SFTP server on 127.0.0.1 whose faults can be switched while it runs. A file is forced to disk before its close is
 * acknowledged (MINA SSHD's {@code sftp-auto-fsync-on-close}).
 */
public final class SftpDrop implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int KEY_BITS = 256;

    private final Path home;
    private final String username;
    private final String password;
    private final FaultyFiles files = new FaultyFiles();
    private final int port;
    private SshServer server;
    private Fault fault = new Fault.None();

    /**
     * Starts the server.
     *
     * @param port wished port; another free one is taken when it is 0 or in use
     * @param home folder of the server: its files under {@code dateien}, its host key and {@code known_hosts} beside
     */
    public SftpDrop(int port, Path home, String username, String password) {
        this.home = home;
        this.username = username;
        this.password = password;
        try {
            Files.createDirectories(root());
            this.server = begun(port);
            this.port = server.getPort();
            writeKnownHosts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client sees as its home folder. */
    public Path root() {
        return home.resolve("dateien");
    }

    /** Where it listens. */
    public String host() {
        return HOST;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** File in the format of OpenSSH by which a client knows the server. */
    public Path knownHosts() {
        return home.resolve("known_hosts");
    }

    /** Switches the fault; after {@link Fault.Down} the server comes back at the same port. */
    public synchronized void fault(Fault next) {
        boolean wasDown = fault instanceof Fault.Down;
        fault = next;
        files.fault(next);
        try {
            if (next instanceof Fault.Down && !wasDown) {
                server.stop(true);
            } else if (wasDown && !(next instanceof Fault.Down)) {
                server = begin(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SshServer begun(int wished) throws IOException {
        try {
            return begin(wished);
        } catch (BindException e) {
            return begin(0);
        }
    }

    private SshServer begin(int wished) throws IOException {
        SshServer begun = SshServer.setUpDefaultServer();
        begun.setHost(HOST);
        begun.setPort(wished);
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(home.resolve("hostkey"));
        keys.setAlgorithm("EC");
        keys.setKeySize(KEY_BITS);
        begun.setKeyPairProvider(keys);
        begun.setPasswordAuthenticator((user, given, session) -> username.equals(user)
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)));
        begun.setFileSystemFactory(new VirtualFileSystemFactory(root()));
        begun.setSubsystemFactories(List.of(
                new SftpSubsystemFactory.Builder().withFileSystemAccessor(files).build()));
        begun.start();
        return begun;
    }

    private void writeKnownHosts() {
        String lines = server.getKeyPairProvider() instanceof SimpleGeneratorHostKeyProvider keys
                ? keys.loadKeys(null).stream()
                        .map(pair -> "[" + HOST + "]:" + port + " " + PublicKeyEntry.toString(pair.getPublic()) + "\n")
                        .collect(Collectors.joining())
                : "";
        Disk.write(knownHosts(), lines.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public synchronized void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
