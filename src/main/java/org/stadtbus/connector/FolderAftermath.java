package org.stadtbus.connector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.support.DefaultExchange;

/**
 * Where a file goes when the hub is done with it, its marker after it. Its new name begins with the time it was written, so that a
 * procedure may use the same one again. Folders are seen from the one the file lay in unless they begin with a slash.
 *
 * @param delete whether a file taken in is deleted instead of moved
 * @param doneFolder where one taken in goes
 * @param refusedFolder where one refused goes, with the reason beside
 */
public record FolderAftermath(boolean delete, String doneFolder, String refusedFolder) {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z-'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The hub has it. */
    <T> void taken(GenericFileOperations<T> operations, GenericFile<T> file, Completion completion) {
        if (!delete) {
            move(operations, file, completion, doneFolder);
            return;
        }
        delete(operations, file.getAbsoluteFilePath());
        if (completion != Completion.NONE) {
            delete(operations, completion.marker(file.getAbsoluteFilePath()));
        }
    }

    /** The hub does not want it. */
    <T> void refused(
            GenericFileOperations<T> operations,
            CamelContext camel,
            GenericFile<T> file,
            Completion completion,
            String reason) {
        byte[] bytes = (reason + "\n").getBytes(StandardCharsets.UTF_8);
        Exchange note = new DefaultExchange(camel);
        note.getIn().setBody(bytes);
        String folder = folder(file, refusedFolder);
        operations.buildDirectory(folder, file.isAbsolute());
        must(
                operations.storeFile(folder + "/" + name(file) + ".grund.txt", note, bytes.length),
                "The reason was not written");
        move(operations, file, completion, refusedFolder);
    }

    /**
     * What came along with a file goes the same way, after it: a cut between them leaves a file that belongs to nothing, never a
     * message without its files.
     *
     * @param names of files beside it
     * @param refused whether the hub did not want the file
     */
    <T> void along(GenericFileOperations<T> operations, GenericFile<T> file, List<String> names, boolean refused) {
        for (String name : names) {
            String path = folder(file, name);
            if (delete && !refused) {
                delete(operations, path);
            } else {
                String to = folder(file, refused ? refusedFolder : doneFolder) + "/" + written(file) + name;
                must(operations.renameFile(path, to), "The file that came along was not moved");
            }
        }
    }

    private static <T> void move(
            GenericFileOperations<T> operations, GenericFile<T> file, Completion completion, String to) {
        String folder = folder(file, to);
        operations.buildDirectory(folder, file.isAbsolute());
        must(operations.renameFile(file.getAbsoluteFilePath(), folder + "/" + name(file)), "The file was not moved");
        if (completion != Completion.NONE) {
            must(
                    operations.renameFile(
                            completion.marker(file.getAbsoluteFilePath()),
                            folder + "/" + completion.marker(name(file))),
                    "The marker was not moved");
        }
    }

    private static <T> void delete(GenericFileOperations<T> operations, String path) {
        must(operations.deleteFile(path), "The file was not deleted");
    }

    /** Camel says of some servers' refusals no more than this. */
    private static void must(boolean done, String otherwise) {
        if (!done) {
            throw new GenericFileOperationFailedException(otherwise);
        }
    }

    private static String folder(GenericFile<?> file, String to) {
        return to.startsWith("/") || file.getParent() == null ? to : file.getParent() + "/" + to;
    }

    private static String name(GenericFile<?> file) {
        return written(file) + file.getFileNameOnly();
    }

    private static String written(GenericFile<?> file) {
        return WRITTEN.format(Instant.ofEpochMilli(file.getLastModified()));
    }
}
