/**
 * Intake: where an application enters. Checks it, puts attachments into the vault and the message on a durable queue, and
 * only then says "accepted".
 *
 * <p>Channels (FIT-Connect, REST) call {@link org.stadtbus.intake.Intake}; they add nothing to what it decides.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"broker", "catalogue", "envelope", "journal", "pressure", "standards", "vault"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.intake;
