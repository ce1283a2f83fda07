package org.stadtbus.pressure;

/**
 * Something the hub is about to run out of.
 *
 * @param name stable name for machines, e.g. {@code disk-vault}
 * @param sentence German sentence with figures, for callers, log and health
 */
public record Shortage(String name, String sentence) {}
