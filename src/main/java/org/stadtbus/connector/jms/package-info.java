/**
 * What the connector {@code connectors/jms} cannot say in YAML: what a JMS message becomes, and what a foreign broker's refusal means.
 *
 * <p>The protocol is Camel's jms component. Nobody else uses this package, and it uses no other connector; the hub's own broker is none of
 * its business.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.jms;
