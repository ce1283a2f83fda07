package org.stadtbus.xta;

import jakarta.xml.ws.soap.SOAPBinding;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.addressing.WSAddressingFeature;

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
    private static final String MEMORY_PER_PART = String.valueOf(64 * 1024);

    /**
     * Opens a port; nothing is called yet.
     *
     * @param type the interface with the contract
     */
    public <T> T port(Class<T> type, URI address) {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(type);
        factory.setAddress(address.toString());
        factory.setBindingId(SOAPBinding.SOAP12HTTP_MTOM_BINDING);
        factory.getFeatures().add(new WSAddressingFeature());
        factory.setProperties(Map.of(
                AttachmentDeserializer.ATTACHMENT_DIRECTORY,
                spool.toString(),
                AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD,
                MEMORY_PER_PART,
                "thread.local.request.context",
                "true"));
        T port = factory.create(type);
        HTTPConduit conduit = (HTTPConduit) ClientProxy.getClient(port).getConduit();
        TLSClientParameters parameters = new TLSClientParameters();
        parameters.setSSLSocketFactory(tls.getSocketFactory());
        conduit.setTlsClientParameters(parameters);
        conduit.getClient().setConnectionTimeout(connectTimeout.toMillis());
        conduit.getClient().setReceiveTimeout(responseTimeout.toMillis());
        conduit.getClient().setAllowChunking(true);
        return port;
    }
}
