package org.stadtbus.soap;

import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceFeature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.feature.Feature;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.jaxws.ServiceImpl;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

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
    private static final QName UNTYPED = new QName("urn:stadtbus:soap", "Fachverfahren");

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
        TLSClientParameters parameters = new TLSClientParameters();
        parameters.setSSLSocketFactory(tls.getSocketFactory());
        prepare(ClientProxy.getClient(port), parameters).setAllowChunking(true);
        return port;
    }

    /**
     * Opens a port whose contract only the message knows: what is given becomes the child of the SOAP body as it is. Its requests have
     * a length, since many a service takes no chunks.
     *
     * @param binding version of SOAP, a constant of {@link jakarta.xml.ws.soap.SOAPBinding}
     * @param features what is asked for beyond SOAP
     */
    public DispatchImpl<Source> dispatch(URI address, String binding, WebServiceFeature... features) {
        ServiceImpl service = new ServiceImpl(bus, null, UNTYPED, Service.class);
        service.addPort(UNTYPED, binding, address.toString());
        DispatchImpl<Source> dispatch =
                (DispatchImpl<Source>) service.createDispatch(UNTYPED, Source.class, Service.Mode.PAYLOAD, features);
        dispatch.getRequestContext().put("thread.local.request.context", "true");
        TLSClientParameters parameters = new TLSClientParameters();
        // with a socket factory CXF falls back to HttpURLConnection, which sends a request without chunks twice when
        // its answer is lost
        parameters.setSslContext(tls);
        HTTPClientPolicy policy = prepare(dispatch.getClient(), parameters);
        policy.setAllowChunking(false);
        policy.setVersion("1.1");
        return dispatch;
    }

    private HTTPClientPolicy prepare(Client client, TLSClientParameters parameters) {
        HTTPConduit conduit = (HTTPConduit) client.getConduit();
        conduit.setTlsClientParameters(parameters);
        conduit.getClient().setConnectionTimeout(connectTimeout.toMillis());
        conduit.getClient().setReceiveTimeout(responseTimeout.toMillis());
        return conduit.getClient();
    }
}
