package org.stadtbus.sandbox.egvp;

import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.stadtbus.soap.Listening;
import org.stadtbus.soap.SoapPort;

/** A SOAP service on 127.0.0.1: CXF in a Tomcat. */
public final class SoapServer implements AutoCloseable {
    private static final int THREADS = 8;

    private final SoapPort soap;

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
            soap = SoapPort.open(
                    new Listening("127.0.0.1", port, Optional.empty(), THREADS), spool, "egvp", "/EGVP-WS");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The EGVP port did not open", e);
        }
        publish(spool, type, service);
    }

    private <T> void publish(Path spool, Class<T> type, T service) {
        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(soap.bus());
        server.setServiceClass(type);
        server.setServiceBean(service);
        server.setAddress("/EGVP-WebService");
        server.setBindingId(SOAPBinding.SOAP11HTTP_MTOM_BINDING);
        server.setProperties(Map.of(AttachmentDeserializer.ATTACHMENT_DIRECTORY, spool.toString()));
        server.create();
    }

    /** The port it listens on. */
    public int port() {
        return soap.number();
    }

    @Override
    public void close() {
        soap.close();
    }
}
