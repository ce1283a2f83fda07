/**
 * The journal: tamper-evident record of every step, written as events on a queue and projected into the database.
 *
 * <p>Here live the event, the projector, the hash chain and the queries screens and API read. Nothing in here decides
 * what happens to a message.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"envelope", "vault"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.journal;
