package org.stadtbus.connector;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.support.DefaultExchange;
import org.stadtbus.envelope.HubException;

/**
 * A pickup at a server, read with Camel's {@code streamDownload}.
 *
 * @param <T> the server's own idea of a file, of which nothing is used
 */
public class RemotePickup<T> extends FolderPickup<T> {
    private static final long UNKNOWN = -1;

    /** As {@link FolderPickup}. */
    protected RemotePickup(
            FolderAftermath aftermath, Completion completion, Function<Throwable, HubException> failures) {
        super(aftermath, completion, failures);
    }

    /** As {@link FolderPickup}. */
    protected RemotePickup(
            FolderAftermath aftermath,
            Completion completion,
            Enclosures enclosures,
            Function<Throwable, HubException> failures) {
        super(aftermath, completion, enclosures, failures);
    }

    @Override
    protected final <R> R read(GenericFileOperations<T> operations, CamelContext camel, String path, Reading<R> reading)
            throws IOException {
        Exchange aside = new DefaultExchange(camel);
        GenericFile<T> file = new GenericFile<>();
        aside.setProperty(FileComponent.FILE_EXCHANGE_FILE, file);
        if (!operations.retrieveFile(path, aside, UNKNOWN) || !(file.getBody() instanceof InputStream bytes)) {
            throw new IOException("The server does not give the file");
        }
        try (bytes) {
            return reading.from(bytes);
        } finally {
            operations.releaseRetrievedFileResources(aside);
        }
    }
}
