/**
 * What the connector {@code connectors/mail} cannot say in YAML: how a message becomes a mail, what a mail holds, and how a mail
 * server is trusted.
 *
 * <p>The protocols are Angus Mail's, through Camel's mail component. Nobody else uses this package, and it uses no other connector.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.mail;
