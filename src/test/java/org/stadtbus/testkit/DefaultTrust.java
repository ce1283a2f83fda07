package org.stadtbus.testkit;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/** While it is open, what is made with Java's own TLS trusts one authority, as if its certificate lay in Java's trust store. */
public final class DefaultTrust implements AutoCloseable {
    private final SSLContext before;

    /** @param tls of a participant that trusts the authority */
    public DefaultTrust(SSLContext tls) throws GeneralSecurityException {
        before = SSLContext.getDefault();
        SSLContext.setDefault(tls);
    }

    @Override
    public void close() {
        SSLContext.setDefault(before);
    }
}
