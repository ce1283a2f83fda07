package org.stadtbus.connector.sftp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
 *
 * @param <T> the server's own idea of a file, of which nothing is used
 */
public class Pickup<T> implements GenericFileProcessStrategy<T> {
    /** Exchange property with the sentence why the hub refused the file. */
    private static final String REFUSAL = "stadtbus.refusal";

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
        String path = file.getAbsoluteFilePath();
        String folder = file.getParent() == null ? "" : file.getParent() + "/";
        String refusal = exchange.getProperty(REFUSAL, String.class);
        if (refusal != null) {
            explain(operations, exchange.getContext(), folder + ".refused", file.getFileNameOnly(), refusal);
            move(operations, path, folder + ".refused", file.getFileNameOnly());
        } else if (delete) {
            operations.deleteFile(path);
        } else {
            move(operations, path, folder + ".done", file.getFileNameOnly());
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

    /** A name that is taken gets a suffix: a procedure may use the same one again, and many servers rename over a file. */
    private void move(GenericFileOperations<T> operations, String path, String folder, String name) {
        String suffix = operations.existsFile(folder + "/" + name) ? "." + UUID.randomUUID() : "";
        try {
            operations.renameFile(path, folder + "/" + name + suffix);
        } catch (GenericFileOperationFailedException e) {
            operations.buildDirectory(folder, false);
            operations.renameFile(path, folder + "/" + name + suffix);
        }
    }
}
