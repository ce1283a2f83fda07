/**
 * Clearing cases: messages a person must look at, and what he can do about them. The message lies on the broker's clearing queue
 * of the unit that owns it; the list of cases is a view of the journal. Every action is one broker transaction: the message is
 * taken by its label, sent on, and journalled.
 *
 * <p>The three failure kinds end here or go back to the sender; nothing is dropped. How a sender is told lies in {@code flow}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"broker", "catalogue", "envelope", "journal", "standards", "vault"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.clearing;
