package org.stadtbus.connector;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;
import org.stadtbus.envelope.Ids;

/**
 * A file to be dropped.
 *
 * @param name its final name, without path parts
 * @param size in bytes
 * @param sha256 of its bytes, lower-case hex
 * @param bytes opens them anew each time
 */
record DropFile(String name, long size, String sha256, Supplier<InputStream> bytes) {

    static DropFile of(String name, byte[] content) {
        return new DropFile(name, content.length, Ids.sha256(content), () -> new ByteArrayInputStream(content));
    }
}
