package org.stadtbus.soap;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.addressing.AddressingProperties;
import org.apache.cxf.ws.addressing.ContextUtils;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.apache.cxf.ws.addressing.EndpointReferenceUtils;
import org.apache.cxf.ws.addressing.Names;
import org.apache.cxf.ws.addressing.soap.MAPCodec;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls that name an address for their answer or their fault: to it the hub would open connections for the caller, within its own
 * network. CXF's own limit lets faults go to {@code wsa:FaultTo} (WS-Addressing 1.0 SOAP Binding, section 6.4.2.10).
 */
final class SameConnection extends AbstractSoapInterceptor {
    SameConnection() {
        super(Phase.PRE_PROTOCOL);
        addAfter(MAPCodec.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        AddressingProperties named = ContextUtils.retrieveMAPs(message, false, false);
        if (named == null || same(named.getReplyTo()) && same(named.getFaultTo())) {
            return;
        }
        named.setReplyTo(EndpointReferenceUtils.getAnonymousEndpointReference());
        named.setFaultTo(EndpointReferenceUtils.getAnonymousEndpointReference());
        throw new SoapFault(
                "Answers and faults go back on the same connection only",
                new QName(Names.WSA_NAMESPACE_NAME, "OnlyAnonymousAddressSupported"));
    }

    private static boolean same(@Nullable EndpointReferenceType named) {
        return named == null || ContextUtils.isGenericAddress(named);
    }
}
