/**
 * Clearing cases: messages a person must look at, queued for the organisational unit that owns them.
 *
 * <p>The three failure kinds end here or go back to the sender; nothing is dropped.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"broker", "catalogue", "envelope", "journal"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.clearing;
