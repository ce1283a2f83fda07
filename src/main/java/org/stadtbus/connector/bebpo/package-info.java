/**
 * beBPo through the web service of EGVP-Enterprise: the {@code bebpo:} Camel component sends messages to the justice's intermediary and
 * fetches what lies in the authority's mailbox. The contract is {@link org.stadtbus.egvp}.
 *
 * <p>Java is needed because the id under which a state can be asked must be noted durably, because files are streamed, and because file
 * names are made valid and restored. No other connector is used from here.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.bebpo;
