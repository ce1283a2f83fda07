package org.stadtbus.sandbox.soap;

import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Element;

/** Understands the head {@code wsse:Security} as far as a UsernameToken goes, and notes who calls. */
final class LoginReader extends AbstractSoapInterceptor {
    static final String CALLER = "stadtbus.caller";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final QName SECURITY = new QName(WSSE, "Security");

    LoginReader() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(SECURITY);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Header security = message.getHeader(SECURITY);
        AuthorizationPolicy http = message.get(AuthorizationPolicy.class);
        if (security != null) {
            Element head = (Element) security.getObject();
            message.put(CALLER, text(head, "Username") + ":" + text(head, "Password"));
        } else if (http != null) {
            message.put(CALLER, http.getUserName() + ":" + http.getPassword());
        }
    }

    private static String text(Element head, String name) {
        return head.getElementsByTagNameNS(WSSE, name).item(0).getTextContent();
    }
}
