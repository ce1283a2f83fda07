package org.stadtbus.sandbox.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Request;

/**
 * What a client sends to {@code /api/dms/objects}: metadata, and content streamed to disk. Content nobody took is deleted at the end.
 *
 * @param metadata the part {@code data}
 * @param contents the other parts by name, which is the content stream's {@code cid}
 */
record Upload(JsonNode metadata, Map<String, Received> contents) implements AutoCloseable {
    private static final String METADATA = "data";

    /** One content part, whole and on disk. */
    record Received(Path file, String fileName, String mimeType, long length, String sha256) {
        DmsObject.Content description() {
            return new DmsObject.Content(fileName, mimeType, length, sha256);
        }

        /** The same bytes under the name and media type the metadata gives them. */
        Received described(String newFileName, String newMimeType) {
            return new Received(file, newFileName, newMimeType, length, sha256);
        }
    }

    static Upload read(Request request, Path incoming) throws IOException {
        if (!type(request).startsWith("multipart/")) {
            return new Upload(parsed(request.text()), Map.of());
        }
        Map<String, Received> contents = new HashMap<>();
        Upload upload = new Upload(Json.object().putObject("missing"), contents);
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(context(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (METADATA.equals(part.getFieldName())) {
                    upload = new Upload(parsed(text(part)), contents);
                } else {
                    contents.put(part.getFieldName(), received(part, incoming));
                }
            }
            return upload;
        } catch (FileUploadException | MultipartStream.MalformedStreamException e) {
            upload.close();
            throw DmsError.badRequest("The multipart body is broken: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private static Received received(FileItemStream part, Path incoming) throws IOException {
        Path file = incoming.resolve(UUID.randomUUID().toString());
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(part.openStream(), digest)) {
            Disk.write(file, bytes);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Received(
                file,
                String.valueOf(part.getName()),
                String.valueOf(part.getContentType()),
                Files.size(file),
                HexFormat.of().formatHex(digest.digest()));
    }

    private static String text(FileItemStream part) throws IOException {
        try (InputStream bytes = part.openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.read(text);
        } catch (UncheckedIOException e) {
            throw DmsError.badRequest("The metadata is not JSON");
        }
    }

    private static String type(Request request) {
        return request.header("Content-Type").orElse("");
    }

    private static UploadContext context(Request request) {
        return new UploadContext() {
            @Override
            public long contentLength() {
                return request.header("Content-Length").map(Long::parseLong).orElse(-1L);
            }

            @Override
            public String getCharacterEncoding() {
                return StandardCharsets.UTF_8.name();
            }

            @Override
            public String getContentType() {
                return type(request);
            }

            @Override
            public InputStream getInputStream() {
                return request.body();
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Received content : contents.values()) {
            Files.deleteIfExists(content.file());
        }
    }
}
