package org.stadtbus.connector.sftp;

import com.jcraft.jsch.ChannelSftp;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.stadtbus.connector.Completion;
import org.stadtbus.connector.Enclosures;
import org.stadtbus.connector.FolderAftermath;
import org.stadtbus.connector.RemotePickup;

/** What becomes of a file in a server's folder. */
public final class Pickup extends RemotePickup<SftpRemoteFile<ChannelSftp.LsEntry>> {

    /**
     * A pickup that puts files into {@code .done} and {@code .refused} below their folder.
     *
     * @param delete whether a file taken in is deleted instead
     * @param completion how the procedure says that a file is whole, see {@link Completion#of}
     * @param enclosures what comes along with a file
     */
    public Pickup(boolean delete, String completion, Enclosures enclosures) {
        super(
                new FolderAftermath(delete, ".done", ".refused"),
                Completion.of(completion),
                enclosures,
                SftpFailures::explain);
    }
}
