package org.stadtbus.connector.bebpo;

import java.net.URI;
import java.time.Duration;

/**
 * The authority's account at EGVP-Enterprise.
 *
 * @param url address of the web service; http on this machine only
 * @param bundle name of the SSL bundle with the authorities that are trusted, and the hub's key where the service asks for one; empty for
 *     Java's own
 * @param userId id of the mailbox (SAFE id)
 * @param mtom whether files go as parts of their own (MTOM); otherwise as Base64 within the XML
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the answer begins
 */
record BebpoSettings(
        URI url, String bundle, String userId, boolean mtom, Duration connectTimeout, Duration responseTimeout) {
    BebpoSettings {
        boolean here = "127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost());
        if (!"https".equals(url.getScheme()) && !here) {
            throw new IllegalArgumentException("url muss mit https beginnen; http geht nur auf demselben Rechner");
        }
    }
}
