package org.stadtbus.connector.bebpo;

import jakarta.xml.ws.soap.SOAPBinding;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.soap.SoapCaller;

/** Opens the service's port. */
final class EgvpClient {
    private EgvpClient() {}

    /**
     * A port, safe for threads.
     *
     * @param tls for addresses with https
     * @param spool where large parts of answers lie until they are read
     */
    static EgvpPort open(BebpoSettings account, SSLContext tls, Path spool) {
        String binding = account.mtom() ? SOAPBinding.SOAP11HTTP_MTOM_BINDING : SOAPBinding.SOAP11HTTP_BINDING;
        Bus bus = BusFactory.newInstance().createBus();
        return new SoapCaller(tls, bus, spool, account.connectTimeout(), account.responseTimeout())
                .port(EgvpPort.class, account.url(), binding, List.of());
    }
}
