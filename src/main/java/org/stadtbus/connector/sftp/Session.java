package org.stadtbus.connector.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * One connection to a server. Paths are relative to the user's home folder unless they begin with a slash. It is JSch itself,
 * because Camel's operations can only list a whole folder where one file's size is asked.
 */
final class Session implements AutoCloseable {
    private final com.jcraft.jsch.Session session;
    private final ChannelSftp channel;

    /**
     * How a server is reached.
     *
     * @param knownHosts file in the format of OpenSSH; a server whose key is not in it is refused
     * @param connectTimeout milliseconds until a connection must stand
     * @param timeout milliseconds without a sign of life until a connection counts as lost
     */
    record Access(
            String host,
            int port,
            String username,
            String password,
            String knownHosts,
            int connectTimeout,
            int timeout) {}

    private Session(com.jcraft.jsch.Session session, ChannelSftp channel) {
        this.session = session;
        this.channel = channel;
    }

    static Session open(Access access) throws JSchException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(access.knownHosts());
        com.jcraft.jsch.Session session = jsch.getSession(access.username(), access.host(), access.port());
        session.setPassword(access.password());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "password,keyboard-interactive");
        session.setTimeout(access.timeout());
        try {
            session.connect(access.connectTimeout());
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(access.connectTimeout());
            return new Session(session, channel);
        } catch (JSchException e) {
            session.disconnect();
            throw e;
        }
    }

    /** Size of a file in bytes; empty when there is none. */
    OptionalLong size(String path) throws SftpException {
        try {
            return OptionalLong.of(channel.stat(path).getSize());
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /** Writes a file to the stream's end, over one of the same name; closes the stream. */
    void write(String path, InputStream bytes) throws SftpException, IOException {
        try (bytes) {
            channel.put(bytes, path, ChannelSftp.OVERWRITE);
        }
    }

    /** Gives a file its final name; many servers replace a file of that name. */
    void rename(String from, String to) throws SftpException {
        channel.rename(from, to);
    }

    @Override
    public void close() {
        session.disconnect();
    }
}
