package org.stadtbus.connector.xta.provider;

import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.SmartLifecycle;
import org.stadtbus.envelope.HubException;

/**
 * The provider's three ports under {@code /xta/} on a port of their own: TLS 1.2 or 1.3 with a client certificate, SOAP 1.2,
 * WS-Addressing required, MTOM. Parts above 64 KiB lie encrypted by nobody on the local spool while a request lasts.
 */
final class ProviderServer implements SmartLifecycle {
    private static final String MEMORY_PER_PART = String.valueOf(64 * 1024);
    private static final int THREADS = 16;
    private static final int SPARE_THREADS = 2;

    private final ProviderSettings settings;
    private final SslBundle keys;
    private final Map<String, Object> ports;
    private final Path spool;
    private final Bus bus = BusFactory.newInstance().createBus();
    private final Tomcat tomcat = new Tomcat();
    private volatile boolean running;

    /**
     * @param ports what is published, by the last part of its path
     * @param spool where large parts lie while a request lasts
     */
    ProviderServer(ProviderSettings settings, SslBundle keys, Map<String, Object> ports, Path spool) {
        this.settings = settings;
        this.keys = keys;
        this.ports = Map.copyOf(ports);
        this.spool = spool;
    }

    @Override
    public void start() {
        try {
            tomcat.setBaseDir(Files.createTempDirectory(spool, "xta").toString());
            tomcat.setConnector(connector());
            CXFNonSpringServlet servlet = new CXFNonSpringServlet();
            servlet.setBus(bus);
            Context context = tomcat.addContext("", null);
            Tomcat.addServlet(context, "xta", servlet).setLoadOnStartup(1);
            context.addServletMappingDecoded("/xta/*", "xta");
            tomcat.start();
            ports.forEach(this::publish);
            running = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new HubException(
                    org.stadtbus.envelope.FailureKind.PERMANENT,
                    "xta-port",
                    "Der XTA-Anschluss kann auf Port " + settings.port() + " nicht horchen.",
                    e);
        }
    }

    private Connector connector() {
        SSLHostConfig tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.2+TLSv1.3");
        tls.setCertificateVerification("required");
        tls.setTrustStore(keys.getStores().getTrustStore());
        SSLHostConfigCertificate own = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        own.setCertificateKeystore(keys.getStores().getKeyStore());
        String password = keys.getStores().getKeyStorePassword();
        if (password != null) {
            own.setCertificateKeystorePassword(password);
        }
        tls.addCertificate(own);
        Connector connector = new Connector();
        connector.setPort(settings.port());
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("address", settings.host());
        connector.setProperty("SSLEnabled", "true");
        connector.setProperty("maxThreads", String.valueOf(THREADS));
        connector.setProperty("minSpareThreads", String.valueOf(SPARE_THREADS));
        connector.addSslHostConfig(tls);
        return connector;
    }

    private void publish(String path, Object port) {
        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(bus);
        server.setServiceBean(port);
        server.setAddress("/" + path);
        server.setBindingId(SOAPBinding.SOAP12HTTP_MTOM_BINDING);
        WSAddressingFeature addressing = new WSAddressingFeature();
        addressing.setAddressingRequired(true);
        server.getFeatures().add(addressing);
        server.setProperties(Map.of(
                AttachmentDeserializer.ATTACHMENT_DIRECTORY,
                spool.toString(),
                AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD,
                MEMORY_PER_PART,
                AttachmentDeserializer.ATTACHMENT_MAX_SIZE,
                String.valueOf(settings.maxContent().toBytes())));
        server.create();
    }

    /** The port it listens on; the one it found when 0 was asked for. */
    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void stop() {
        try {
            running = false;
            tomcat.stop();
            tomcat.destroy();
            bus.shutdown(true);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The XTA port did not close", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
