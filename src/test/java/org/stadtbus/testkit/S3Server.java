package org.stadtbus.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.stadtbus.cli.Ports;

/**
 * S3Proxy as a process of its own: an S3-compatible server on a folder, which checks every request's signature. The build lays its
 * jar into {@code target/servers}.
 */
public final class S3Server implements AutoCloseable {
    public static final String ACCESS_KEY = "stadtbus";
    public static final String SECRET_KEY = "nur-fuer-tests";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final int port = Ports.free();
    private Process process;

    private S3Server(Path folder) throws IOException {
        this.folder = folder;
        this.process = launch();
    }

    /**
     * Starts it with one empty bucket.
     *
     * @param folder for what it keeps
     */
    public static S3Server start(Path folder, String bucket) throws IOException {
        Files.createDirectories(folder.resolve("data").resolve(bucket));
        return new S3Server(folder);
    }

    private Process launch() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("s3proxy.conf"),
                """
                s3proxy.authorization=aws-v4
                s3proxy.endpoint=%s
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                jclouds.identity=unused
                jclouds.credential=unused
                """
                        .formatted(endpoint(), ACCESS_KEY, SECRET_KEY, folder.resolve("data")));
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target/servers/s3proxy.jar").toAbsolutePath().toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        await().atMost(PATIENCE).until(() -> !started.isAlive() || listens());
        if (!started.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolve("s3proxy.log")));
        }
        return started;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again, on the same port and folder. */
    public void restart() throws IOException {
        process = launch();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
