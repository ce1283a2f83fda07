package org.stadtbus.sandbox.ablage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.stadtbus.sandbox.OwnCertificate;
import org.stadtbus.sandbox.http.Fault;

/** An FTPS server on 127.0.0.1 whose faults can be switched while it runs. */
public final class FtpsDrop implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String CERTIFICATE = "server.pem";
    private static final String LISTENER = "default";

    private final Path home;
    private final BaseUser user = new BaseUser();
    private final boolean implicit;
    private final SSLContext tls;
    private final CutFiles files;
    private int port;
    private FtpServer server;
    private Listener listener;

    /**
     * Starts the server at a free port.
     *
     * @param home folder of the server: its files under {@code dateien}, its certificate beside
     * @param implicit whether TLS begins with the first byte
     */
    public FtpsDrop(Path home, String username, String password, boolean implicit) {
        this(home, username, password, implicit, certified(home));
    }

    /** @param tls with which it proves what it is */
    public FtpsDrop(Path home, String username, String password, boolean implicit, SSLContext tls) {
        this.tls = tls;
        this.home = home;
        this.implicit = implicit;
        this.files = new CutFiles(this::hangUp);
        try {
            Files.createDirectories(root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        user.setName(username);
        user.setPassword(password);
        user.setHomeDirectory(root().toString());
        user.setAuthorities(List.of(new WritePermission()));
        begin();
    }

    private static SSLContext certified(Path home) {
        OwnCertificate certificate = new OwnCertificate();
        certificate.write(home.resolve(CERTIFICATE));
        return certificate.serverSide();
    }

    private void begin() {
        try {
            var certified = new ServerTls(tls);
            DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
            data.setSslConfiguration(certified);
            data.setPassiveAddress(HOST);
            ListenerFactory listeners = new ListenerFactory();
            listeners.setServerAddress(HOST);
            listeners.setPort(port);
            listeners.setSslConfiguration(certified);
            listeners.setImplicitSsl(implicit);
            listeners.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
            listener = listeners.createListener();
            UserManager users = new PropertiesUserManagerFactory().createUserManager();
            users.save(user);
            FtpServerFactory servers = new FtpServerFactory();
            servers.setUserManager(users);
            servers.setFileSystem(files);
            servers.addListener(LISTENER, listener);
            server = servers.createServer();
            server.start();
            port = listener.getPort();
        } catch (FtpException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hangUp() {
        listener.getActiveSessions().forEach(session -> session.closeNow());
    }

    /** What a client sees as its home folder. */
    public Path root() {
        return home.resolve("dateien");
    }

    /** PEM file by which a client knows the server. */
    public Path certificate() {
        return home.resolve(CERTIFICATE);
    }

    /** Where it listens. */
    public String host() {
        return HOST;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Switches the fault; after {@link Fault.Down} the server comes back at the same port. */
    public synchronized void fault(Fault next) {
        files.cut(next instanceof Fault.HangUp);
        if (next instanceof Fault.Down) {
            server.stop();
        } else if (server.isStopped()) {
            begin();
        }
    }

    @Override
    public synchronized void close() {
        server.stop();
    }
}
