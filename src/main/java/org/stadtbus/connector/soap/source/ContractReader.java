package org.stadtbus.connector.soap.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.model.SoapBindingInfo;
import org.apache.cxf.service.model.AbstractMessageContainer;
import org.apache.cxf.service.model.BindingInfo;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.service.model.MessagePartInfo;
import org.apache.cxf.service.model.OperationInfo;
import org.apache.cxf.ws.addressing.EndpointReferenceUtils;
import org.apache.cxf.wsdl11.WSDLServiceFactory;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.soap.SoapVersion;
import org.stadtbus.connector.soap.source.Contract.Operation;

/** Reads contracts in WSDL 1.1: of the first port for a version of SOAP, all operations, which must be document/literal. */
final class ContractReader {
    private final Bus bus;

    ContractReader(Bus bus) {
        this.bus = bus;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when there is no such port, or an operation has not one element each for input and output
     */
    Contract read(Path wsdl, SoapVersion version) {
        SoapBindingInfo binding = new WSDLServiceFactory(bus, wsdl.toUri().toString())
                .create().getServiceInfos().stream()
                        .flatMap(service -> service.getEndpoints().stream())
                        .map(EndpointInfo::getBinding)
                        .flatMap(found -> soap(found, version).stream())
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("Im WSDL steht kein Port für diese SOAP-Version."));
        return new Contract(
                binding.getOperations().stream()
                        .map(operation -> operation.getOperationInfo())
                        .collect(Collectors.toMap(
                                operation -> element(operation, operation.getInput()),
                                operation -> operation(binding, operation))),
                EndpointReferenceUtils.getSchema(binding.getService(), bus));
    }

    private static Optional<SoapBindingInfo> soap(BindingInfo binding, SoapVersion version) {
        return binding instanceof SoapBindingInfo soap
                        && soap.getSoapVersion().getNamespace().equals(version.namespace())
                ? Optional.of(soap)
                : Optional.empty();
    }

    private static Operation operation(SoapBindingInfo binding, OperationInfo operation) {
        String action = binding.getSoapAction(operation);
        return new Operation(action == null ? "" : action, element(operation, operation.getOutput()));
    }

    private static QName element(OperationInfo operation, @Nullable AbstractMessageContainer message) {
        return Optional.ofNullable(message)
                .filter(parts -> parts.size() == 1)
                .map(parts -> parts.getMessagePart(0))
                .filter(MessagePartInfo::isElement)
                .map(MessagePartInfo::getElementQName)
                .orElseThrow(() -> unusable(operation));
    }

    private static IllegalArgumentException unusable(OperationInfo operation) {
        return new IllegalArgumentException("Der Vorgang " + operation.getName().getLocalPart()
                + " im WSDL ist nicht document/literal mit je einem Element für Anfrage und Antwort.");
    }
}
