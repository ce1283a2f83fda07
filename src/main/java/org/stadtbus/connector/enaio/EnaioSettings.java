package org.stadtbus.connector.enaio;

import java.net.URI;
import java.time.Duration;

/**
 * How the eAkte is reached.
 *
 * @param url base address of the DMS service, the part before {@code /api/dms}, without a slash at the end
 * @param username account of the hub
 * @param password its password
 * @param caseType internal name of the object type for cases; empty where none is needed
 * @param documentType internal name of the object type for documents
 * @param connectTimeout until a connection stands
 * @param responseTimeout until a whole answer is there, on top of the time the upload itself may take
 */
record EnaioSettings(
        URI url,
        String username,
        String password,
        String caseType,
        String documentType,
        Duration connectTimeout,
        Duration responseTimeout) {

    /** Names the account, never the password. */
    @Override
    public String toString() {
        return username + "@" + url;
    }
}
