package org.stadtbus.connector.ftps;

import org.apache.commons.net.ftp.FTPFile;
import org.stadtbus.connector.Completion;
import org.stadtbus.connector.FolderAftermath;
import org.stadtbus.connector.RemotePickup;

/** What becomes of a file in a server's folder. */
public final class Pickup extends RemotePickup<FTPFile> {

    /**
     * A pickup that has looked nowhere yet.
     *
     * @param delete whether a file taken in is deleted instead of moved
     * @param doneFolder where one taken in goes; seen from the folder unless it begins with a slash
     * @param refusedFolder where one refused goes, likewise
     * @param completion how the procedure says that a file is whole, see {@link Completion#of}
     */
    public Pickup(boolean delete, String doneFolder, String refusedFolder, String completion) {
        super(new FolderAftermath(delete, doneFolder, refusedFolder), Completion.of(completion), FtpsFailures::explain);
    }
}
