package org.stadtbus.connector.ftps;

import org.stadtbus.connector.Completion;
import org.stadtbus.connector.FolderDrop;

/** Drops a message in a server's folder. */
public final class Drop extends FolderDrop {

    /**
     * A drop that opens a connection for each message.
     *
     * @param folder where the procedure looks
     * @param doneFolder where the procedure moves what it took; empty when it does not
     * @param attachments whether it gets the message's attachments
     * @param completion how it knows that a message is whole, see {@link Completion#of}
     */
    public Drop(Access access, String folder, String doneFolder, boolean attachments, String completion) {
        super(
                () -> Session.open(access),
                FtpsFailures::explain,
                new Plan("ftps", folder, doneFolder, attachments, Completion.of(completion)));
    }
}
