package org.stadtbus.connector.enaio;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file to be put into the eAkte.
 *
 * @param fileName name shown there
 * @param contentType media type as the sender gave it
 * @param size in bytes; the stream must deliver exactly so many
 * @param sha256 hex digest of the bytes
 * @param bytes opens the file; who opens it closes it
 */
record Content(String fileName, String contentType, long size, String sha256, Supplier<InputStream> bytes) {}
