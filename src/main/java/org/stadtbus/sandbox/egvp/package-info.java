/**
 * An EGVP-Enterprise of the sandbox, like the one an authority runs or rents: takes messages for the justice and keeps a mailbox. It
 * speaks the contract of {@link org.stadtbus.egvp} over HTTP on this machine.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.egvp;
