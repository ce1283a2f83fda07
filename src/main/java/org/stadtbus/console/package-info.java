/**
 * The screens for the people who run the hub, and the status API: what the journal knows, shown.
 *
 * <p>Nothing in here decides what happens to a message, and nothing reads a queue. Payload bytes leave through
 * {@link org.stadtbus.console.PayloadPage} alone, and every look is journalled first.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"catalogue", "clearing", "envelope", "journal", "vault"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.console;
