package org.stadtbus.connector.ftps;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.Folder;

/** One connection to a server. Paths are relative to the user's home folder unless they begin with a slash. */
final class Session implements Folder {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final FTPSClient client;

    private Session(FTPSClient client) {
        this.client = client;
    }

    static Session open(Access access) throws IOException {
        Session session = new Session(access.client());
        try {
            session.begin(access);
            return session;
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void begin(Access access) throws IOException {
        client.connect(access.host(), access.port());
        must(FTPReply.isPositiveCompletion(client.getReplyCode()));
        client.setSoTimeout(access.timeout());
        must(client.login(access.username(), access.password()));
        client.execPBSZ(0);
        client.execPROT("P");
        must(client.setFileType(FTP.BINARY_FILE_TYPE));
        client.enterLocalPassiveMode();
    }

    /** RFC 3659 section 4. */
    @Override
    public OptionalLong size(String path) throws IOException {
        String size = client.getSize(path);
        if (size == null && client.getReplyCode() == FTPReply.FILE_UNAVAILABLE) {
            return OptionalLong.empty();
        }
        must(size != null);
        return OptionalLong.of(Long.parseLong(size));
    }

    @Override
    public Optional<String> sha256(String path) throws IOException {
        try (InputStream bytes = client.retrieveFileStream(path)) {
            if (bytes == null && client.getReplyCode() == FTPReply.FILE_UNAVAILABLE) {
                return Optional.empty();
            }
            must(bytes != null);
            String sum = DigestUtils.sha256Hex(bytes);
            bytes.close();
            must(client.completePendingCommand());
            return Optional.of(sum);
        }
    }

    @Override
    public void write(String path, InputStream bytes) throws IOException {
        try (bytes) {
            must(client.storeFile(path, bytes));
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        must(client.rename(from, to));
    }

    private void must(boolean done) throws Refused {
        if (!done) {
            throw new Refused(client.getReplyCode());
        }
    }

    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (IOException e) {
            LOG.debug("The connection was not closed in order", e);
        }
    }
}
