/**
 * Whether the hub has room for more: signals that something runs out (disk, heap, queues, uploads, a caller's rate) and the
 * {@link org.stadtbus.pressure.Gate} that asks them. One class per signal.
 *
 * <p>It refuses new work at the door, early enough that what is under way comes to its end. It never stops a delivery, knows no
 * channel and decides nothing about a message.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"broker", "envelope"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.pressure;
