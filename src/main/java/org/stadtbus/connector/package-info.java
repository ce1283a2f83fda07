/** What connectors share that look at their neighbour again and again; each kind of neighbour has a package of its own below. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector;
