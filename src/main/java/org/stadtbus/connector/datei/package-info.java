/**
 * What the connector {@code connectors/datei} cannot say in YAML: how a file of a local folder or mounted share is written so that
 * it survives a crash, and what a failure of the file system means.
 *
 * <p>Order, repetition and what becomes of a file are those of all folders, {@link org.stadtbus.connector.FolderDrop} and
 * {@link org.stadtbus.connector.FolderPickup}. Nobody else uses this package, and it uses no other connector.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.datei;
