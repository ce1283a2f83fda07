/**
 * The container of an xdomea message: one ZIP with the message and the files it names. Packs what is delivered, unpacks what a source
 * found; files flow between vault and container and are never whole in memory. What the messages mean is left to mappings.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.xdomea;
