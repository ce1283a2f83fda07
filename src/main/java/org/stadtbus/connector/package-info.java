/**
 * What connectors share: watching over a neighbour that is looked at again and again, and folders in which messages are dropped as
 * files and found as files, whatever protocol leads there. Each kind of neighbour has a package of its own below.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector;
