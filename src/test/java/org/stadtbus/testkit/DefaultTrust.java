package org.stadtbus.testkit;

import java.util.Map;
import java.util.Properties;

/** While it is open, Java's trust store is that of a test authority. */
public final class DefaultTrust implements AutoCloseable {
    private final Properties before = (Properties) System.getProperties().clone();

    /** @param authority whose trust store it is, as it is now */
    public DefaultTrust(TestAuthority authority) {
        System.getProperties()
                .putAll(Map.of(
                        "javax.net.ssl.trustStore",
                        authority.trustStore().toString(),
                        "javax.net.ssl.trustStorePassword",
                        TestAuthority.PASSWORD));
    }

    @Override
    public void close() {
        System.setProperties(before);
    }
}
