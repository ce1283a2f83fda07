package org.stadtbus.osci;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/**
 * An intermediary as its clients know it.
 *
 * @param transport the way there
 * @param cipher certificate to encrypt orders for
 * @param signature certificate of its answers
 */
public record Intermediary(Transport transport, X509Certificate cipher, X509Certificate signature) {

    /**
     * Begins an explicit dialog (InitDialog).
     *
     * @param client who orders
     * @param spool where messages lie while they are under way
     */
    public Dialog dialog(Party client, Algorithms reading, Path spool) throws IOException, OsciException {
        Dialog dialog = new Dialog(this, client, reading, spool);
        dialog.begin();
        return dialog;
    }
}
