package org.stadtbus.connector.osci;

import java.net.URI;
import java.time.Duration;

/**
 * A client's access to an intermediary.
 *
 * @param url where orders go
 * @param bundle name of the SSL bundle with the hub's keys and the certificates it trusts
 * @param signatureAlias the hub's signature key in the bundle's key store
 * @param cipherAlias the hub's cipher key there
 * @param intermediaryCipherAlias the intermediary's cipher certificate in the trust store
 * @param intermediarySignatureAlias the intermediary's signature certificate there
 * @param olderAlgorithms whether algorithms are read that are not written any more
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the answer begins
 * @param maxMessage bytes of an answer that are taken at most
 */
record OsciSettings(
        URI url,
        String bundle,
        String signatureAlias,
        String cipherAlias,
        String intermediaryCipherAlias,
        String intermediarySignatureAlias,
        boolean olderAlgorithms,
        Duration connectTimeout,
        Duration responseTimeout,
        long maxMessage) {}
