package org.stadtbus.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.commons.codec.digest.DigestUtils;
import org.stadtbus.envelope.HubException;

/**
 * What becomes of a file in a neighbour's folder. It is taken when it is whole: it looked the same at the look before, and where a
 * {@link Completion} is agreed its marker lay there then, too. One that is not what its checksum file announces is handed on as
 * unreadable. What it announces besides comes along ({@link Enclosures}). Where a taken file goes says {@link FolderAftermath}; one that was not taken stays for the next look.
 *
 * @param <T> the protocol's own idea of a file
 */
public abstract class FolderPickup<T> implements GenericFileProcessStrategy<T> {
    /** Exchange property with the sentence why the hub refused the file. */
    private static final String REFUSAL = "stadtbus.refusal";
    /** Exchange property by which the hub refuses a file without reading it, see {@code hub:take-in}. */
    private static final String UNREADABLE = "stadtbus.unreadable";

    private static final int LARGEST_MARKER = 64 * 1024;

    private record Look(long size, long modified, String announced) {}

    private final FolderAftermath aftermath;
    private final Completion completion;
    private final Enclosures enclosures;
    private final Function<Throwable, HubException> failures;
    private Map<String, Look> before = Map.of();
    private Map<String, Look> now = new HashMap<>();

    /**
     * A pickup that has looked nowhere yet and takes each file alone.
     *
     * @param completion how the neighbour says that a file is whole
     * @param failures words what was thrown, without personal data
     */
    protected FolderPickup(
            FolderAftermath aftermath, Completion completion, Function<Throwable, HubException> failures) {
        this(aftermath, completion, Enclosures.none(), failures);
    }

    /**
     * A pickup that has looked nowhere yet.
     *
     * @param enclosures what is taken along with a file
     * @throws IllegalArgumentException when files are to be taken along and no {@link Completion#CHECKSUM} names them
     */
    protected FolderPickup(
            FolderAftermath aftermath,
            Completion completion,
            Enclosures enclosures,
            Function<Throwable, HubException> failures) {
        if (enclosures.wanted() && completion != Completion.CHECKSUM) {
            throw new IllegalArgumentException("Anlagen nennt nur das Fertigzeichen checksum.");
        }
        this.aftermath = aftermath;
        this.completion = completion;
        this.enclosures = enclosures;
        this.failures = failures;
    }

    /** What is done with an open file. */
    @FunctionalInterface
    protected interface Reading<R> {
        /** Reads what it needs; the stream is closed for it. */
        R from(InputStream bytes) throws IOException;
    }

    /**
     * Reads a file of the folder besides the one that is being taken.
     *
     * @param path as the protocol's listing gave it
     */
    protected abstract <R> R read(
            GenericFileOperations<T> operations, CamelContext camel, String path, Reading<R> reading)
            throws IOException;

    /** Words what was thrown, without personal data. */
    final HubException explain(Throwable thrown) {
        return failures.apply(thrown);
    }

    /** A new look at the folder begins; files that are gone are forgotten. */
    final synchronized void lookAgain() {
        before = now;
        now = new HashMap<>();
    }

    @Override
    public final void prepareOnStartup(GenericFileOperations<T> operations, GenericFileEndpoint<T> endpoint) {
        // folders are made when the first file goes there
    }

    @Override
    public final synchronized boolean begin(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        String path = file.getAbsoluteFilePath();
        boolean marked = completion == Completion.NONE || before.containsKey(completion.marker(path));
        try {
            String sums = marked && completion == Completion.CHECKSUM
                    ? read(operations, exchange.getContext(), completion.marker(path), FolderPickup::text)
                    : "";
            Look look = new Look(file.getFileLength(), file.getLastModified(), sums);
            now.put(path, look);
            if (completion.isMarker(path) || !marked || !look.equals(before.get(path))) {
                return false;
            }
            if (completion == Completion.CHECKSUM) {
                compare(exchange, file, sums, read(operations, exchange.getContext(), path, DigestUtils::sha256Hex));
                enclosures.take(
                        exchange, file, sums, new Beside<>(this, operations, exchange.getContext(), before.keySet()));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that lay in the folder at the look before, and lie there whole since a marker came after them. */
    private record Beside<T>(
            FolderPickup<T> pickup, GenericFileOperations<T> operations, CamelContext camel, Set<String> paths)
            implements Enclosures.Files {
        @Override
        public boolean has(String path) {
            return paths.contains(path);
        }

        @Override
        public <R> R read(String path, Reading<R> reading) throws IOException {
            return pickup.read(operations, camel, path, reading);
        }
    }

    private static String text(InputStream bytes) throws IOException {
        return new String(bytes.readNBytes(LARGEST_MARKER), StandardCharsets.UTF_8);
    }

    private static void compare(Exchange exchange, GenericFile<?> file, String sums, String sha256) {
        if (!Completion.announced(sums, file.getFileNameOnly()).equals(java.util.Optional.of(sha256))) {
            exchange.setProperty(
                    UNREADABLE,
                    HubException.rejected(
                            "checksum-mismatch",
                            "Die Datei hat nicht die Prüfsumme, die neben ihr steht. Bitte Datei und Prüfsumme neu ablegen."));
        }
    }

    @Override
    public final void abort(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        // still being written: it stays
    }

    @Override
    public final void commit(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        operations.releaseRetrievedFileResources(exchange);
        String refusal = exchange.getProperty(REFUSAL, "", String.class);
        if (refusal.isEmpty()) {
            aftermath.taken(operations, file, completion);
        } else {
            aftermath.refused(operations, exchange.getContext(), file, completion, refusal);
        }
        aftermath.along(operations, file, Enclosures.found(exchange), !refusal.isEmpty());
    }

    /** The file stays; throws why, which the {@link FolderWatch} words. */
    @Override
    public final void rollback(
            GenericFileOperations<T> operations,
            GenericFileEndpoint<T> endpoint,
            Exchange exchange,
            GenericFile<T> file) {
        operations.releaseRetrievedFileResources(exchange);
        if (exchange.getException() != null) {
            throw failures.apply(exchange.getException());
        }
    }
}
