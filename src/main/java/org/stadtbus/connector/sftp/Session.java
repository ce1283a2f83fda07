package org.stadtbus.connector.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.digest.DigestUtils;
import org.stadtbus.connector.Folder;

/**
 * One connection to a server. Paths are relative to the user's home folder unless they begin with a slash. It is JSch itself,
 * because Camel's operations can only list a whole folder where one file's size is asked.
 */
final class Session implements Folder {
    private final com.jcraft.jsch.Session session;
    private final ChannelSftp channel;

    private Session(com.jcraft.jsch.Session session, ChannelSftp channel) {
        this.session = session;
        this.channel = channel;
    }

    static Session open(Access access) throws IOException {
        try {
            return connect(access);
        } catch (JSchException e) {
            throw new IOException(e);
        }
    }

    private static Session connect(Access access) throws JSchException {
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

    @Override
    public OptionalLong size(String path) throws IOException {
        try {
            return OptionalLong.of(channel.stat(path).getSize());
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw new IOException(e);
        }
    }

    @Override
    public Optional<String> sha256(String path) throws IOException {
        try (InputStream bytes = channel.get(path)) {
            return Optional.of(DigestUtils.sha256Hex(bytes));
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
                return Optional.empty();
            }
            throw new IOException(e);
        }
    }

    @Override
    public void write(String path, InputStream bytes) throws IOException {
        try (bytes) {
            channel.put(bytes, path, ChannelSftp.OVERWRITE);
        } catch (SftpException e) {
            throw new IOException(e);
        }
    }

    /** Gives a file its final name; many servers replace a file of that name. */
    @Override
    public void rename(String from, String to) throws IOException {
        try {
            channel.rename(from, to);
        } catch (SftpException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        session.disconnect();
    }
}
