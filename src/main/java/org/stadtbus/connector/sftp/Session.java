package org.stadtbus.connector.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.DefaultExchange;

/** One connection to a server. Paths are relative to the user's home folder unless they begin with a slash. */
final class Session implements AutoCloseable {
    private final CamelContext camel;
    private final RemoteFileOperations<SftpRemoteFile> operations;

    private Session(CamelContext camel, RemoteFileOperations<SftpRemoteFile> operations) {
        this.camel = camel;
        this.operations = operations;
    }

    static Session open(CamelContext camel, SftpEndpoint endpoint) {
        RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();
        operations.connect(endpoint.getConfiguration(), new DefaultExchange(camel));
        return new Session(camel, operations);
    }

    /** Size of a file in bytes; empty when there is none. */
    OptionalLong size(String path) {
        try {
            SftpRemoteFile[] found = operations.listFiles(path);
            return found.length == 1 ? OptionalLong.of(found[0].getFileLength()) : OptionalLong.empty();
        } catch (GenericFileOperationFailedException e) {
            if (e.getCause() instanceof SftpException refused && refused.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /** Writes a file to the stream's end, over one of the same name; closes the stream. */
    void write(String path, InputStream bytes, long size) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getIn().setBody(bytes);
        operations.storeFile(path, exchange, size);
    }

    /** Gives a file its final name; many servers replace a file of that name. */
    void rename(String from, String to) {
        operations.renameFile(from, to);
    }

    @Override
    public void close() {
        operations.forceDisconnect();
    }
}
