package org.stadtbus.sandbox.post;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Teaches an SMTP server STARTTLS (RFC 3207): in clear text it greets and offers STARTTLS, and nothing else. */
public final class StartTlsFront implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SSLContext tls;
    private final int behind;
    private final ServerSocket listening;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param behind port of the server in clear text
     */
    public StartTlsFront(SSLContext tls, int behind) {
        this.tls = tls;
        this.behind = behind;
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

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // closed: no more connections; or one client that went away
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                SSLSocket secured = greet(client);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            // its greeting, which the client has had already
            new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII), 1).readLine();
            threads.execute(() -> pass(server, secured));
            pass(secured, server);
        } catch (IOException e) {
            // one side went away: the other is closed too
        }
    }

    private SSLSocket greet(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
        OutputStream out = client.getOutputStream();
        say(out, "220 Gateway");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.equals("STARTTLS")) {
                say(out, "220 go ahead");
                SSLSocket secured = (SSLSocket) tls.getSocketFactory()
                        .createSocket(
                                client, InetAddress.getLoopbackAddress().getHostAddress(), client.getPort(), true);
                secured.setUseClientMode(false);
                return secured;
            }
            say(out, command.startsWith("EHLO") ? "250-Gateway\r\n250 STARTTLS" : "530 STARTTLS first");
        }
        throw new IOException("the client went away");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side went away: the other is closed too
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
