package org.stadtbus.xta;

import jakarta.xml.ws.soap.SOAPBinding;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.cxf.Bus;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.stadtbus.soap.SoapCaller;

/**
 * Whoever calls the ports of a provider: over TLS with his certificate, SOAP 1.2, MTOM and WS-Addressing. The ports are safe for
 * threads.
 *
 * @param tls shows the caller's certificate and trusts the provider's
 * @param bus CXF's bus the ports belong to
 * @param spool where parts of answers above 64 KiB lie until they are read
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the answer begins
 */
public record XtaCaller(SSLContext tls, Bus bus, Path spool, Duration connectTimeout, Duration responseTimeout) {
    /**
     * Opens a port; nothing is called yet.
     *
     * @param type the interface with the contract
     */
    public <T> T port(Class<T> type, URI address) {
        return new SoapCaller(tls, bus, spool, connectTimeout, responseTimeout)
                .port(type, address, SOAPBinding.SOAP12HTTP_MTOM_BINDING, List.of(new WSAddressingFeature()));
    }
}
