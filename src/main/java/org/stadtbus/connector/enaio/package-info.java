/**
 * The {@code enaio:} Camel component: files messages and their attachments in the eAkte through enaio's DMS service.
 *
 * <p>It uses the envelope and the vault and nothing else of the hub; no other connector may be used here. Java is needed because enaio
 * does not recognise what it already has: the connector searches before it files.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.enaio;
