package org.stadtbus.soap;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.feature.Feature;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;

/**
 * Whoever calls the ports of a service. They are safe for threads.
 *
 * @param tls for addresses with https: shows the caller's certificate, if he has one, and trusts the service's
 * @param bus CXF's bus the ports belong to
 * @param spool where parts of answers above 64 KiB lie until they are read
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the answer begins
 */
public record SoapCaller(SSLContext tls, Bus bus, Path spool, Duration connectTimeout, Duration responseTimeout) {
    private static final String MEMORY_PER_PART = String.valueOf(64 * 1024);

    /**
     * Opens a port; nothing is called yet.
     *
     * @param type the interface with the contract
     * @param binding version of SOAP, with or without MTOM, a constant of {@link jakarta.xml.ws.soap.SOAPBinding}
     * @param features what the contract asks for beyond SOAP
     */
    public <T> T port(Class<T> type, URI address, String binding, List<Feature> features) {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(type);
        factory.setAddress(address.toString());
        factory.setBindingId(binding);
        factory.getFeatures().addAll(features);
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
