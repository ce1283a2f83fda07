package org.stadtbus.sandbox.egvp;

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

/** A SOAP service on 127.0.0.1: CXF in a Tomcat. */
public final class SoapServer implements AutoCloseable {
    private final Bus bus = BusFactory.newInstance().createBus();
    private final Tomcat tomcat = new Tomcat();

    /**
     * Begins to listen.
     *
     * @param port 0 takes a free one
     * @param spool where large parts lie while a request lasts
     * @param type interface with the contract
     * @param service what answers
     */
    public <T> SoapServer(int port, Path spool, Class<T> type, T service) {
        try {
            tomcat.setBaseDir(Files.createTempDirectory(spool, "egvp").toString());
            tomcat.setConnector(connector(port));
            CXFNonSpringServlet servlet = new CXFNonSpringServlet();
            servlet.setBus(bus);
            Context context = tomcat.addContext("", null);
            Tomcat.addServlet(context, "egvp", servlet).setLoadOnStartup(1);
            context.addServletMappingDecoded("/EGVP-WS/*", "egvp");
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The EGVP port did not open", e);
        }
        publish(spool, type, service);
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "8");
        connector.setProperty("minSpareThreads", "1");
        return connector;
    }

    private <T> void publish(Path spool, Class<T> type, T service) {
        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(bus);
        server.setServiceClass(type);
        server.setServiceBean(service);
        server.setAddress("/EGVP-WebService");
        server.setBindingId(SOAPBinding.SOAP11HTTP_MTOM_BINDING);
        server.setProperties(Map.of(AttachmentDeserializer.ATTACHMENT_DIRECTORY, spool.toString()));
        server.create();
    }

    /** The port it listens on. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            bus.shutdown(true);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The EGVP port did not close", e);
        }
    }
}
