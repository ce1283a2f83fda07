package org.stadtbus.connector.soap.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.stadtbus.soap.Listening;
import org.stadtbus.soap.SoapPort;

/** The open port of one procedure. */
final class Inlet implements AutoCloseable {
    private static final int THREADS = 8;

    private final SoapPort soap;

    private Inlet(SoapPort soap) {
        this.soap = soap;
    }

    /**
     * Begins to listen; nobody answers yet.
     *
     * @param keys the bundle's; empty: plain HTTP
     * @param spool where parts above 64 KiB lie while a call lasts
     * @throws org.stadtbus.envelope.HubException permanent when the port is taken
     */
    static Inlet open(SourceSettings settings, Optional<SslBundle> keys, Path spool) {
        Listening where = new Listening(
                settings.host(),
                settings.port(),
                keys.map(bundle -> tls(bundle.getStores(), settings.access())),
                THREADS);
        try {
            return new Inlet(SoapPort.open(where, spool, "soap", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw SourceFailures.portTaken(settings.port(), e);
        }
    }

    private static Listening.Tls tls(SslStoreBundle stores, Access access) {
        return new Listening.Tls(
                stores.getKeyStore(),
                Objects.requireNonNullElse(stores.getKeyStorePassword(), ""),
                access instanceof Access.Certificate ? Optional.of(stores.getTrustStore()) : Optional.empty());
    }

    /** Reads the contract. */
    Contract contract(SourceSettings settings) {
        Contract contract = new ContractReader(soap.bus()).read(settings.wsdl(), settings.version());
        contract.promises(settings.answer(SourceSettings.ID));
        return contract;
    }

    /** From now on calls are answered. */
    void publish(SourceSettings settings, CallReader reader, Reception reception, Path spool) {
        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(soap.bus());
        server.setServiceBean(reception);
        server.setBindingId(settings.version().binding());
        server.setAddress(settings.path());
        server.getInInterceptors().add(reader);
        SoapPort.addressing(server, false);
        server.setProperties(SoapPort.properties(spool, settings.files().bytes(), new FaultLog()));
        server.create();
    }

    /** The port it listens on. */
    int port() {
        return soap.number();
    }

    @Override
    public void close() {
        soap.close();
    }
}
