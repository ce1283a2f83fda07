package org.stadtbus.sandbox.soap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.stadtbus.soap.Listening;
import org.stadtbus.soap.SoapPort;

/** The procedure: takes each MessageID once, and answers a repetition with what it answered first. */
public final class SoapProcedure implements AutoCloseable {
    private static final int THREADS = 8;
    private static final String PATH = "/dienst";

    private final SoapPort soap;
    private final Office office;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param spool where Tomcat's folder lies
     * @param answer child of the body of each answer, XML; empty answers nothing
     */
    public SoapProcedure(Path spool, Contract contract, String answer) {
        office = new Office(answer);
        try {
            soap = SoapPort.open(
                    new Listening("127.0.0.1", 0, Optional.empty(), THREADS), spool, "fachverfahren", PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The procedure's port did not open", e);
        }
        publish(contract);
    }

    private void publish(Contract contract) {
        JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
        server.setBus(soap.bus());
        server.setServiceBean(office);
        server.setWsdlURL(contract.wsdl().toString());
        server.setServiceName(contract.service());
        server.setEndpointName(contract.port());
        server.setAddress("/" + contract.port().getLocalPart());
        server.getFeatures().add(new WSAddressingFeature());
        server.getInInterceptors().add(new LoginReader());
        server.setProperties(Map.of(Message.SCHEMA_VALIDATION_ENABLED, "IN"));
        server.create();
    }

    /** Address of a port of the contract. */
    public static URI uri(String scheme, int number, Contract contract) {
        return URI.create(
                scheme + "://127.0.0.1:" + number + PATH + "/" + contract.port().getLocalPart());
    }

    /** The port it listens on. */
    public int port() {
        return soap.number();
    }

    /** What it does wrong from now on. */
    public void trouble(Trouble trouble) {
        office.trouble(trouble);
    }

    /** Every call in order, repetitions too. */
    public List<Call> calls() {
        return office.calls();
    }

    /** How many messages it took; a repetition is none. */
    public int taken() {
        return office.taken();
    }

    @Override
    public void close() {
        soap.close();
    }
}
