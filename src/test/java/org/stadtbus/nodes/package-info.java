/** Hub nodes and brokers that are killed under load, and what must hold afterwards. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.nodes;
