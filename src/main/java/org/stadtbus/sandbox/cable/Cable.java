package org.stadtbus.sandbox.cable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** Listens on 127.0.0.1 and passes on to a server in clear text; it can cut a connection once the server has done something. */
public final class Cable implements AutoCloseable {
    private static final int BUFFER = 8192;

    private final int behind;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile String cutAfter = "";
    private volatile boolean down;

    /** In clear text on both sides. */
    public Cable(int behind) {
        this(ServerSocketFactory.getDefault(), behind);
    }

    /**
     * @param front how it listens, e.g. with TLS
     * @param behind port of the server in clear text
     */
    public Cable(ServerSocketFactory front, int behind) {
        this.behind = behind;
        try {
            this.listening = front.createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** From now on a connection is cut when the client has asked for this and the server has done it; empty: never. */
    public void cutAfter(String request) {
        cutAfter = request;
    }

    /** Cuts every connection, those that stand and those that come; the port stays taken, so that nobody else gets it. */
    public void down() {
        down = true;
        open.forEach(Cable::close);
    }

    /** Passes on again. */
    public void up() {
        down = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                connect(listening.accept());
            } catch (IOException e) {
                // closed: no more connections; or one client that went away
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (down) {
            client.close();
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(client);
        open.add(server);
        if (down) {
            open.forEach(Cable::close);
        }
        boolean[] asked = new boolean[1];
        threads.execute(() -> pass(client, server, bytes -> {
            if (!cutAfter.isEmpty() && new String(bytes, StandardCharsets.ISO_8859_1).contains(cutAfter)) {
                asked[0] = true;
            }
            return true;
        }));
        threads.execute(() -> pass(server, client, bytes -> !asked[0]));
    }

    /** Looks at what is passed on; false cuts the connection instead. */
    private interface Look {
        boolean passes(byte[] bytes);
    }

    private void pass(Socket from, Socket to, Look look) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!look.passes(java.util.Arrays.copyOf(buffer, n))) {
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // one side went away: the other is closed too
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("A socket could not be closed", e);
        }
    }

    @Override
    public void close() {
        close(listening);
        down();
        threads.shutdownNow();
    }
}
