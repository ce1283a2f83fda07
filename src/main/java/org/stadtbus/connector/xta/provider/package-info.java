/**
 * XTA 2.1.1, the provider's side: procedures that know XTA talk to the hub as to their transport provider. What they send goes
 * through {@link org.stadtbus.intake.AnswerIntake}; what is for them waits in their mailbox on the broker until they close it.
 *
 * <p>It has a port of its own, TLS with client certificates only. Nothing here knows journeys or routes.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.xta.provider;
