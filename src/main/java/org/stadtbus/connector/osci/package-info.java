/**
 * OSCI-Transport 1.2 as the hub uses it: the {@code osci:} Camel component hands messages to an intermediary and fetches those that lie there
 * for the hub. The protocol itself is {@link org.stadtbus.osci}.
 *
 * <p>Java is needed because a lost answer must not lead to a second message: the intermediary's message id is noted durably before
 * anything is sent. No other connector is used from here.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.osci;
