/**
 * OSCI-Transport 1.2: signed and encrypted messages, dialogs with an intermediary. It knows nothing of the hub; {@code connector.osci}
 * and the sandbox's intermediary use it, each for its side of the wire.
 *
 * <p>Content is signed by its author and encrypted for its reader, the order around it is signed by the client and encrypted for the
 * intermediary. XML signatures are Apache Santuario's, streamed AES-GCM is BouncyCastle's. That messages are what the standard says is
 * proved against its schemas by {@code OsciSchemaTest}.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.stadtbus.osci;

import org.springframework.modulith.ApplicationModule;
