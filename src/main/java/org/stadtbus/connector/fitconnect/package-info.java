/**
 * FIT-Connect, the subscriber's side: fetches submissions of one zustellpunkt, opens and checks them, hands them to the intake and
 * answers with signed events; carries replies to the applicant.
 *
 * <p>Here lives what the protocol demands (tokens, JWE, hashes, metadata, security event tokens). What an application must hold is
 * the intake's business. No other connector is used from here, and nobody uses this package but by its Kamelet.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.fitconnect;
