/**
 * Clears up the vault: forgets what a journey needed when its retention period is over, and removes copies nobody needs.
 *
 * <p>It decides by the journal (which journey needs what), the queues (what is under way) and the routes (how long). Nothing here
 * opens a payload. It reads the journal's table of journeys and writes only its own.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"broker", "catalogue", "envelope", "journal", "vault"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.retention;
