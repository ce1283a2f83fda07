/**
 * The {@code soap:} Camel component: hands each message of a delivery to a procedure's SOAP web service as one call (SOAP 1.1 or 1.2 over
 * HTTP, document/literal) and takes in what it answers.
 *
 * <p>Java is needed because an answer must be durable before the delivery counts as done, and must not come twice when the call does. What
 * the service's contract is, only the mapping before it knows. No other connector is used from here.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.soap;
