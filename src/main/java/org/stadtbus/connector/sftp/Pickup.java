package org.stadtbus.connector.sftp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.support.DefaultExchange;

/**
 * What becomes of a file in a server's folder. It is taken when it looked the same at the look before; taken in, it goes to
 * {@code .done} or is deleted; refused, it goes to {@code .refused} with the reason beside; otherwise it stays for the next look.
 * Its new name begins with the time it was written.
 *
 * @param <T> the server's own idea of a file, of which nothing is used
 */
public class Pickup<T> implements GenericFileProcessStrategy<T> {
    /** Exchange property with the sentence why the hub refused the file. */
    private static final String REFUSAL = "stadtbus.refusal";

    /** Put before a name, so that a procedure may use the same one again. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z-'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private record Look(long size, long modified) {}

    private final boolean delete;
    private Map<String, Look> before = Map.of();
    private Map<String, Look> now = new HashMap<>();

    /** @param delete whether a file taken in is deleted instead of moved to {@code .done} */
    public Pickup(boolean delete) {
        this.delete = delete;
    }

    /** A new look at the folder begins; files that are gone are forgotten. */
    final synchronized void lookAgain() {
        before = now;
        now = new HashMap<>();
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<T> operations, GenericFileEndpoint<T> endpoint) {
        // folders are made when the first file goes there
    }

    @Override
    public synchronized boolean begin(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        Look look = new Look(file.getFileLength(), file.getLastModified());
        now.put(file.getAbsoluteFilePath(), look);
        return look.equals(before.get(file.getAbsoluteFilePath()));
    }

    @Override
    public void abort(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        // still being written: it stays
    }

    @Override
    public void commit(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        operations.releaseRetrievedFileResources(exchange);
        String folder = file.getParent() == null ? "" : file.getParent() + "/";
        String name = WRITTEN.format(Instant.ofEpochMilli(file.getLastModified())) + file.getFileNameOnly();
        String refusal = exchange.getProperty(REFUSAL, String.class);
        if (refusal != null) {
            explain(operations, exchange.getContext(), folder + ".refused", name, refusal);
            move(operations, file.getAbsoluteFilePath(), folder + ".refused", name);
        } else if (delete) {
            operations.deleteFile(file.getAbsoluteFilePath());
        } else {
            move(operations, file.getAbsoluteFilePath(), folder + ".done", name);
        }
    }

    /** The file stays; throws why, which the {@link Lookout} words. */
    @Override
    public void rollback(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        operations.releaseRetrievedFileResources(exchange);
        if (exchange.getException() != null) {
            throw SftpFailures.explain(exchange.getException());
        }
    }

    private void explain(
            GenericFileOperations<T> operations, CamelContext camel, String folder, String name, String reason) {
        byte[] bytes = (reason + "\n").getBytes(StandardCharsets.UTF_8);
        Exchange note = new DefaultExchange(camel);
        note.getIn().setBody(bytes);
        operations.buildDirectory(folder, false);
        operations.storeFile(folder + "/" + name + ".grund.txt", note, bytes.length);
    }

    private void move(GenericFileOperations<T> operations, String path, String folder, String name) {
        try {
            operations.renameFile(path, folder + "/" + name);
        } catch (GenericFileOperationFailedException e) {
            operations.buildDirectory(folder, false);
            operations.renameFile(path, folder + "/" + name);
        }
    }
}
