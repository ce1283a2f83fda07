package org.stadtbus.sandbox.unterbringung;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An EGVP message taken apart: an XJustiz message and its files.
 *
 * @param xjustiz the message as it came
 * @param files bytes by their names, in their order, without the message
 */
public record Packed(byte[] xjustiz, Map<String, byte[]> files) {
    private static final String MESSAGE = "xjustiz_nachricht.xml";

    /** @throws IllegalArgumentException when there is no XJustiz message among the files */
    public static Packed open(byte[] zipped) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().replaceFirst(".*/", ""), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] message = Optional.ofNullable(files.remove(MESSAGE))
                .orElseThrow(() -> new IllegalArgumentException("The EGVP message holds no " + MESSAGE));
        return new Packed(message, files);
    }

    /** The ZIP an EGVP message is fetched as. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, MESSAGE, xjustiz);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    /** The text of the message. */
    public String text() {
        return new String(xjustiz, StandardCharsets.UTF_8);
    }
}
