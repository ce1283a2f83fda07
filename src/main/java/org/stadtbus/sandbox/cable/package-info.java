/** The line between the hub and a neighbour, which can be cut. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.cable;
