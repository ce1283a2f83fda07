package org.stadtbus.connector.datei;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperations;
import org.stadtbus.connector.Completion;
import org.stadtbus.connector.FolderAftermath;
import org.stadtbus.connector.FolderPickup;

/** What becomes of a file in a folder of this machine or of a share mounted here. */
public final class Pickup extends FolderPickup<File> {

    /**
     * A pickup that has looked nowhere yet.
     *
     * @param delete whether a file taken in is deleted instead of moved
     * @param doneFolder where one taken in goes; seen from the folder unless it begins with a slash
     * @param refusedFolder where one refused goes, likewise
     * @param completion how the procedure says that a file is whole, see {@link Completion#of}
     */
    public Pickup(boolean delete, String doneFolder, String refusedFolder, String completion) {
        super(new FolderAftermath(delete, doneFolder, refusedFolder), Completion.of(completion), FileFailures::explain);
    }

    @Override
    protected <R> R read(GenericFileOperations<File> operations, CamelContext camel, String path, Reading<R> reading)
            throws IOException {
        try (InputStream bytes = Files.newInputStream(Path.of(path))) {
            return reading.from(bytes);
        }
    }
}
