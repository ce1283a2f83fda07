package org.stadtbus.connector.soap.source;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.helpers.DOMUtils;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Failures as a caller gets them: Client or Sender when his call is wrong, Server or Receiver when he may repeat it (SOAP 1.1, section
 * 4.4.1; SOAP 1.2, section 5.4.6), FailedAuthentication when he cannot prove who he is (WSS SOAP Message Security 1.1, section 12; a
 * subcode in SOAP 1.2). The stable code stands in the detail as {@code <Fehler xmlns="urn:stadtbus:soap"><Code>}.
 */
final class Faults {
    private static final String NAMESPACE = "urn:stadtbus:soap";
    private static final QName FAILED_AUTHENTICATION = new QName(Call.WSSE, "FailedAuthentication", "wsse");

    private Faults() {}

    static SoapFault of(HubException why, SoapMessage message) {
        SoapFault fault = new SoapFault(why.sentence(), why, code(why, message.getVersion()));
        if (why.problemCode().equals(SourceFailures.LOGIN) && message.getVersion() instanceof Soap12) {
            fault.setSubCode(FAILED_AUTHENTICATION);
        }
        fault.setDetail(detail(why));
        return fault;
    }

    private static QName code(HubException why, SoapVersion version) {
        if (why.problemCode().equals(SourceFailures.VERSION)) {
            return version.getVersionMismatch();
        }
        if (why.problemCode().equals(SourceFailures.LOGIN) && version instanceof Soap11) {
            return FAILED_AUTHENTICATION;
        }
        return why.kind() == FailureKind.REJECTED ? version.getSender() : version.getReceiver();
    }

    private static Element detail(HubException why) {
        Document document = DOMUtils.createDocument();
        Element detail = document.createElement("detail");
        Element error = document.createElementNS(NAMESPACE, "Fehler");
        Element code = document.createElementNS(NAMESPACE, "Code");
        code.setTextContent(why.problemCode());
        error.appendChild(code);
        detail.appendChild(error);
        return detail;
    }
}
