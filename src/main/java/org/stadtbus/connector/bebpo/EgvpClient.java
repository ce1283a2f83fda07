package org.stadtbus.connector.bebpo;

import jakarta.xml.ws.soap.SOAPBinding;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.cxf.BusFactory;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.stadtbus.egvp.EgvpPort;

/** Opens the service's port. */
final class EgvpClient {
    private static final String MEMORY_PER_PART = String.valueOf(64 * 1024);

    private EgvpClient() {}

    /**
     * A port, safe for threads.
     *
     * @param tls for addresses with https
     * @param spool where large parts of answers lie until they are read
     */
    static EgvpPort open(BebpoSettings account, SSLContext tls, Path spool) {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(BusFactory.newInstance().createBus());
        factory.setServiceClass(EgvpPort.class);
        factory.setAddress(account.url().toString());
        factory.setBindingId(account.mtom() ? SOAPBinding.SOAP11HTTP_MTOM_BINDING : SOAPBinding.SOAP11HTTP_BINDING);
        factory.setProperties(Map.of(
                AttachmentDeserializer.ATTACHMENT_DIRECTORY,
                spool.toString(),
                AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD,
                MEMORY_PER_PART,
                "thread.local.request.context",
                "true"));
        EgvpPort port = factory.create(EgvpPort.class);
        HTTPConduit conduit = (HTTPConduit) ClientProxy.getClient(port).getConduit();
        TLSClientParameters parameters = new TLSClientParameters();
        parameters.setSSLSocketFactory(tls.getSocketFactory());
        conduit.setTlsClientParameters(parameters);
        conduit.getClient().setConnectionTimeout(account.connectTimeout().toMillis());
        conduit.getClient().setReceiveTimeout(account.responseTimeout().toMillis());
        conduit.getClient().setAllowChunking(true);
        return port;
    }
}
