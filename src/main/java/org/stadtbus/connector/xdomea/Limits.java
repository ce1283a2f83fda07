package org.stadtbus.connector.xdomea;

/**
 * What a container may hold.
 *
 * @param message most bytes of the message
 * @param unpacked most bytes of message and files together, unpacked
 * @param entries most entries
 */
record Limits(int message, long unpacked, int entries) {}
