package org.stadtbus.connector.datei;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stadtbus.connector.Completion;
import org.stadtbus.connector.Folder;
import org.stadtbus.connector.FolderDrop;

/** Drops a message in a folder of this machine or of a share mounted here. */
public final class Drop extends FolderDrop {

    /**
     * A drop that makes no folder: one that is missing is a share that is not mounted.
     *
     * @param folder where the procedure looks
     * @param doneFolder where the procedure moves what it took; empty when it does not
     * @param attachments whether it gets the message's attachments
     * @param completion how it knows that a message is whole, see {@link Completion#of}
     * @param shareMark name of a file that lies in the folder while the share is mounted; empty when nothing is to be looked for
     */
    public Drop(String folder, String doneFolder, boolean attachments, String completion, String shareMark) {
        super(
                () -> open(Path.of(folder), shareMark),
                FileFailures::explain,
                new Plan("datei", folder, doneFolder, attachments, Completion.of(completion)));
    }

    private static Folder open(Path folder, String shareMark) throws IOException {
        if (!Files.isDirectory(folder) || !Files.exists(folder.resolve(shareMark))) {
            throw FileFailures.notMounted();
        }
        return new LocalFolder();
    }
}
