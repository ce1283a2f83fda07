package org.stadtbus.connector.xta;

import jakarta.xml.ws.soap.SOAPBinding;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.xta.ManagementPort;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.SendPort;

/** The three ports of a provider, over TLS with the participant's certificate, with MTOM and WS-Addressing. Safe for threads. */
record XtaPorts(ManagementPort management, SendPort send, MsgBoxPort msgBox) {
    private static final String MEMORY_PER_PART = String.valueOf(64 * 1024);

    /** @param spool where large parts of answers lie until they are read */
    static XtaPorts open(XtaSettings settings, SslBundle keys, Bus bus, Path spool) {
        return new XtaPorts(
                port(ManagementPort.class, settings.management(), settings, keys, bus, spool),
                port(SendPort.class, settings.send(), settings, keys, bus, spool),
                port(MsgBoxPort.class, settings.msgBox(), settings, keys, bus, spool));
    }

    private static <T> T port(Class<T> type, URI address, XtaSettings settings, SslBundle keys, Bus bus, Path spool) {
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
        TLSClientParameters tls = new TLSClientParameters();
        tls.setSSLSocketFactory(keys.createSslContext().getSocketFactory());
        conduit.setTlsClientParameters(tls);
        conduit.getClient().setConnectionTimeout(settings.connectTimeout().toMillis());
        conduit.getClient().setReceiveTimeout(settings.responseTimeout().toMillis());
        conduit.getClient().setAllowChunking(true);
        return port;
    }
}
