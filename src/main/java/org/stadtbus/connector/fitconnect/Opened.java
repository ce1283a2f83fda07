package org.stadtbus.connector.fitconnect;

import java.util.Map;
import org.stadtbus.intake.Application;

/**
 * A submission that was opened and found to be what its metadata say; its attachments are in the vault.
 *
 * @param tags authentication tags of all parts, the proof of what was accepted
 */
record Opened(Application application, Tags tags) {

    /** Authentication tags as serialised; {@code attachments} by attachment id. */
    record Tags(String metadata, String data, Map<String, String> attachments) {}
}
