/**
 * The vault: encrypted, content-addressed store of payloads and attachments.
 *
 * <p>Streams in and out; nothing in here holds a whole file in memory. It knows nothing of messages or journeys.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "envelope")
@org.jspecify.annotations.NullMarked
package org.stadtbus.vault;
