/**
 * What the connector {@code connectors/ftps} cannot say in YAML: a client that checks certificate and name of the server, one
 * connection in which a message is dropped, and what a server's reply means.
 *
 * <p>Order, repetition and what becomes of a file are those of all folders, {@link org.stadtbus.connector.FolderDrop} and
 * {@link org.stadtbus.connector.FolderPickup}. The protocol is Apache Commons Net, for the source through Camel's ftps component.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.ftps;
