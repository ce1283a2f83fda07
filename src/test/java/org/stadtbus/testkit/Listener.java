package org.stadtbus.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on 127.0.0.1, never answers, and knows what it was told. */
public final class Listener implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StringBuffer heard = new StringBuffer();
    private final ServerSocket listening;

    public Listener() {
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** All bytes of all connections, each as one character. */
    public String heard() {
        return heard.toString();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket caller = listening.accept();
                threads.execute(() -> listen(caller));
            } catch (IOException e) {
                // closed: nobody calls any more
            }
        }
    }

    private void listen(Socket caller) {
        try (caller;
                InputStream in = caller.getInputStream()) {
            byte[] buffer = new byte[1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                heard.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // the caller went away
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
