package org.stadtbus.connector.ftps;

import java.io.IOException;

/** A server's reply that is no success; what it says in words is not repeated. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int reply;

    /** @param reply code of RFC 959 section 4.2 */
    Refused(int reply) {
        super("FTP reply " + reply);
        this.reply = reply;
    }

    int reply() {
        return reply;
    }
}
