package org.stadtbus.xta;

import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.soap.Listening;
import org.stadtbus.soap.SoapPort;

/**
 * A TLS port on which XTA ports answer under {@code /xta/}: TLS 1.2 or 1.3 with a client certificate, SOAP 1.2, WS-Addressing
 * required, MTOM. Parts above 64 KiB lie in the spool while a request lasts.
 */
public final class XtaListener implements AutoCloseable {
    private static final int THREADS = 16;

    private final SoapPort soap;
    private final Path spool;
    private final long maxContent;

    private XtaListener(SoapPort soap, Path spool, long maxContent) {
        this.soap = soap;
        this.spool = spool;
        this.maxContent = maxContent;
    }

    /**
     * Whom the port shows itself as, and whom it trusts.
     *
     * @param own its key and certificate
     * @param password of its key store; may be empty
     * @param trusted the authorities whose client certificates it takes
     */
    public record Keys(KeyStore own, String password, KeyStore trusted) {}

    /**
     * Begins to listen.
     *
     * @param host address to listen on
     * @param port 0 takes a free one
     * @param spool where large parts lie while a request lasts
     * @param maxContent largest part that is taken, in bytes
     * @throws HubException permanent when the port is taken
     */
    public static XtaListener start(String host, int port, Keys keys, Path spool, long maxContent) {
        try {
            Listening.Tls tls = new Listening.Tls(keys.own(), keys.password(), Optional.of(keys.trusted()));
            Listening where = new Listening(host, port, Optional.of(tls), THREADS);
            SoapPort soap = SoapPort.open(where, spool, "xta", "/xta");
            return new XtaListener(soap, spool, maxContent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new HubException(
                    FailureKind.PERMANENT, "xta-port", "Auf Port " + port + " kann XTA nicht horchen.", e);
        }
    }

    /**
     * Publishes a port.
     *
     * @param path last part of its path
     * @param type the interface with the contract
     * @param port what answers
     */
    public <T> XtaListener publish(String path, Class<T> type, T port) {
        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(soap.bus());
        server.setServiceClass(type);
        server.setServiceBean(port);
        server.setAddress("/" + path);
        server.setBindingId(SOAPBinding.SOAP12HTTP_MTOM_BINDING);
        SoapPort.addressing(server, true);
        server.setProperties(SoapPort.properties(spool, maxContent, new FaultLog()));
        server.create();
        return this;
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
