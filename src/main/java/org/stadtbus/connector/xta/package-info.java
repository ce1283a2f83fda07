/**
 * XTA 2.1.1, the participant's side: the {@code xta:} Camel component sends messages through a provider (KDO, Land) and fetches what
 * lies in the hub's mailbox there. The provider's side is {@link org.stadtbus.connector.xta.provider}, the contract
 * {@link org.stadtbus.xta}.
 *
 * <p>Java is needed because a lost answer must not lead to a second message: the provider's message id is noted durably before
 * anything is sent. No other connector is used from here.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.xta;
