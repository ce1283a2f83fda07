package org.stadtbus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
public final class Ports {
    /** Below those the system itself gives away: Linux from 32768, others and IANA (RFC 6335, section 6) from 49152. */
    private static final int END = 32_768;

    private static final int BEGIN = 20_000;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * A port that is free on 127.0.0.1 now, and that no connection and no server asking for any port takes until it is used.
     */
    public static int free() {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(BEGIN, END);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
