/**
 * What the connector {@code connectors/sftp} cannot say in YAML: the order in which files are dropped, how often they were, and
 * what becomes of a file that was collected.
 *
 * <p>The protocol is JSch, for the source through Camel's sftp component. Nobody else uses this package, and it uses no other connector.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.sftp;
