package org.stadtbus.osci;

import java.util.List;

/**
 * What author and reader exchange.
 *
 * @param payload the message
 * @param files attachments, not encrypted; their ids are their file names
 */
public record Content(byte[] payload, List<Part> files) {}
