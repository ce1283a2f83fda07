package org.stadtbus.soap;

import java.io.IOException;
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
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.addressing.WSAddressingFeature;

/** A port of one's own on which CXF's services answer: an embedded Tomcat with nothing else in it. */
public final class SoapPort implements AutoCloseable {
    private static final String MEMORY_PER_PART = String.valueOf(64 * 1024);

    private final Bus bus = BusFactory.newInstance().createBus();
    private final Tomcat tomcat = new Tomcat();

    private SoapPort() {}

    /**
     * Begins to listen.
     *
     * @param where it listens, and how callers prove who they are
     * @param spool where Tomcat's own folder lies
     * @param name of that folder
     * @param path below which all services lie, e.g. {@code /xta}
     * @throws LifecycleException when the port is taken
     */
    public static SoapPort open(Listening where, Path spool, String name, String path)
            throws IOException, LifecycleException {
        Connector connector = where.connector();
        SoapPort port = new SoapPort();
        port.tomcat.setBaseDir(Files.createTempDirectory(spool, name).toString());
        // without this Tomcat only logs that the port is taken, and runs on without it
        connector.setThrowOnFailure(true);
        port.tomcat.setConnector(connector);
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(port.bus);
        Context context = port.tomcat.addContext("", null);
        Tomcat.addServlet(context, name, servlet).setLoadOnStartup(1);
        context.addServletMappingDecoded(path + "/*", name);
        port.tomcat.start();
        return port;
    }

    /**
     * Properties of a service to which large parts come: those above 64 KiB lie in the spool while a call lasts.
     *
     * @param maxPart largest part that is taken, in bytes
     * @param log is told of every fault
     */
    public static Map<String, Object> properties(Path spool, long maxPart, FaultListener log) {
        return Map.of(
                AttachmentDeserializer.ATTACHMENT_DIRECTORY,
                spool.toString(),
                AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD,
                MEMORY_PER_PART,
                AttachmentDeserializer.ATTACHMENT_MAX_SIZE,
                String.valueOf(maxPart),
                FaultListener.class.getName(),
                log);
    }

    /**
     * WS-Addressing as every port takes it: answers and faults go back on the connection of their call only; a call that names another
     * address for them is refused, and nothing connects there.
     *
     * @param required whether a call without it is refused
     */
    public static void addressing(JaxWsServerFactoryBean server, boolean required) {
        WSAddressingFeature addressing = new WSAddressingFeature();
        addressing.setAddressingRequired(required);
        addressing.setResponses(WSAddressingFeature.AddressingResponses.ANONYMOUS);
        server.getFeatures().add(addressing);
        server.getInInterceptors().add(new SameConnection());
    }

    /** The bus on which services are published. */
    public Bus bus() {
        return bus;
    }

    /** The port it listens on. */
    public int number() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            bus.shutdown(true);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The SOAP port did not close", e);
        }
    }
}
