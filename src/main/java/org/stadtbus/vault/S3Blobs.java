package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Blobs as objects of an S3 bucket. The client repeats what failed on the way; an upload becomes visible with its last request or
 * not at all.
 */
final class S3Blobs implements Blobs, AutoCloseable {
    private static final Set<String> FULL = Set.of("QuotaExceeded", "XMinioStorageFull", "InsufficientCapacity");
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final MultipartUploads uploads;

    /** @param prefix before all names, empty for none */
    S3Blobs(S3Client client, String bucket, String prefix, int partBytes) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.uploads = new MultipartUploads(client, bucket, partBytes);
    }

    @Override
    public void put(String name, Path file) throws IOException {
        long size = Files.size(file);
        ask(() -> {
            if (size > uploads.partBytes()) {
                uploads.upload(prefix + name, file, size);
            } else {
                client.putObject(put -> put.bucket(bucket).key(prefix + name), RequestBody.fromFile(file));
            }
            return name;
        });
    }

    @Override
    public InputStream open(String name) throws IOException {
        return new S3Stream(ask(() -> client.getObject(get -> get.bucket(bucket).key(prefix + name))));
    }

    @Override
    public boolean keeps(String name) throws IOException {
        try {
            ask(() -> client.headObject(head -> head.bucket(bucket).key(prefix + name)));
            return true;
        } catch (NoSuchFileException nothing) {
            return false;
        }
    }

    @Override
    public List<String> list(String start) throws IOException {
        return ask(() ->
                client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + start)).contents().stream()
                        .map(S3Object::key)
                        .map(key -> key.substring(prefix.length()))
                        .toList());
    }

    @Override
    public void delete(String name) throws IOException {
        ask(() -> client.deleteObject(delete -> delete.bucket(bucket).key(prefix + name)));
    }

    @Override
    public void tidy(Instant before) throws IOException {
        List<MultipartUpload> left = ask(() ->
                client.listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(prefix)).uploads().stream()
                        .filter(upload -> upload.initiated().isBefore(before))
                        .toList());
        for (MultipartUpload upload : left) {
            ask(() -> client.abortMultipartUpload(
                    abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** A request to the store. */
    @FunctionalInterface
    private interface Request<T> {
        T send() throws IOException;
    }

    private static <T> T ask(Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException("object", null, e.getMessage());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND && isObjectMissing(e)) {
                throw new NoSuchFileException("object", null, e.getMessage());
            }
            boolean full = e.statusCode() == INSUFFICIENT_STORAGE || FULL.contains(code(e));
            throw new IOException(full ? "No space left in the object store" : "The object store refuses", e);
        } catch (SdkException e) {
            throw new IOException("The object store does not answer", e);
        }
    }

    /** A HEAD's refusal has no body that could say what is missing; every other 404 names it. */
    private static boolean isObjectMissing(S3Exception e) {
        return !code(e).equals("NoSuchBucket");
    }

    private static String code(S3Exception e) {
        return e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
    }
}
