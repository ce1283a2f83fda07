package org.stadtbus.sandbox.cable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** Listens on 127.0.0.1 and passes on to a server in clear text; it can cut a connection once the server has done something. */
public final class Cable implements AutoCloseable {
    private static final int BUFFER = 8192;

    private final ServerSocketFactory front;
    private final int behind;
    private final Socket port = new Socket();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile String cutAfter = "";
    private volatile ServerSocket listening;

    /** In clear text on both sides. */
    public Cable(int behind) {
        this(ServerSocketFactory.getDefault(), behind);
    }

    /**
     * @param front how it listens, e.g. with TLS
     * @param behind port of the server in clear text
     */
    public Cable(ServerSocketFactory front, int behind) {
        this.front = front;
        this.behind = behind;
        keepPort();
        this.listening = listen();
    }

    /**
     * Takes a free port, also for the time nobody listens there: a client that asks again and again might be given it as its own, and so
     * reach itself.
     */
    private void keepPort() {
        try {
            port.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return port.getLocalPort();
    }

    /** From now on a connection is cut when the client has asked for this and the server has done it; empty: never. */
    public void cutAfter(String request) {
        cutAfter = request;
    }

    /** Refuses connections and cuts those that stand. */
    public void down() {
        close(listening);
        open.forEach(Cable::close);
    }

    /** Listens again, at the same port. */
    public void up() {
        listening = listen();
    }

    private ServerSocket listen() {
        try {
            ServerSocket socket = front.createServerSocket();
            socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            socket.bind(port.getLocalSocketAddress());
            threads.execute(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException e) {
                // closed: no more connections; or one client that went away
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(client);
        open.add(server);
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
        down();
        close(port);
        threads.shutdownNow();
    }
}
