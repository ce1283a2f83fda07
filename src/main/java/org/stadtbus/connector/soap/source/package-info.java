/**
 * The {@code soap-inlet:} Camel component behind the Kamelet {@code soap-source}: a port of the hub at which a procedure hands over its
 * messages, one call each, by a contract in WSDL 1.1.
 *
 * <p>Java is needed because a call may be answered only when its message is durable, and a repeated one must be known again. CXF speaks
 * HTTP, parts and SOAP; what is believed of a call is decided here. No other connector is used.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.soap.source;
