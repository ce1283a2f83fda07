/** {@code stadtbus journal}: the journal seen from outside the hub. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.cli.journal;
