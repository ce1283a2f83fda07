/**
 * What the connector {@code connectors/mqtt} cannot say in YAML: how long a broker's answer is waited for, and what its refusal means.
 *
 * <p>The protocol is Eclipse Paho's, without Camel's component for it, which keeps one connection for all messages. Nobody else uses this
 * package, and it uses no other connector.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.mqtt;
