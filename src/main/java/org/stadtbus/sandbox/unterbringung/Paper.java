package org.stadtbus.sandbox.unterbringung;

/**
 * A file that goes with a De-Mail or came with one.
 *
 * @param name file name
 */
public record Paper(String name, byte[] bytes) {}
