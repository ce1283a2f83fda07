package org.stadtbus.connector.bebpo;

import jakarta.xml.ws.soap.SOAPBinding;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.springframework.boot.ssl.SslBundles;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.soap.SoapCaller;
import org.stadtbus.tls.TrustedCertificates;

/** Opens the service's port. */
final class EgvpClient {
    private EgvpClient() {}

    /**
     * A port, safe for threads.
     *
     * @param bundles where the account's keys and certificates are named
     * @param spool where large parts of answers lie until they are read
     */
    static EgvpPort open(BebpoSettings account, SslBundles bundles, Path spool) {
        String binding = account.mtom() ? SOAPBinding.SOAP11HTTP_MTOM_BINDING : SOAPBinding.SOAP11HTTP_BINDING;
        Bus bus = BusFactory.newInstance().createBus();
        SSLContext tls = TrustedCertificates.context(bundles, account.bundle());
        return new SoapCaller(tls, bus, spool, account.connectTimeout(), account.responseTimeout())
                .port(EgvpPort.class, account.url(), binding, List.of());
    }
}
