package org.stadtbus.connector.soap;

import static java.util.Objects.requireNonNull;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.WebServiceFeature;
import jakarta.xml.ws.soap.AddressingFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.headers.Header;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.addressing.AddressingProperties;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.apache.cxf.ws.addressing.JAXWSAConstants;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.soap.SoapCaller;
import org.stadtbus.vault.Vault;
import org.w3c.dom.Document;

/** Calls one web service. Safe for threads. */
final class SoapClient {
    private static final String SCHEME = "urn:uuid:";

    private final DispatchImpl<Source> service;
    private final SoapSettings settings;

    /** @param largest bytes of an answer that are read at most */
    SoapClient(SoapCaller caller, SoapSettings settings, Vault vault, int largest) {
        WebServiceFeature addressing = new AddressingFeature(settings.addressing(), false);
        this.service = caller.dispatch(settings.url(), settings.version().binding(), addressing);
        this.settings = settings;
        if (settings.attachments()) {
            // to know the length CXF would put all files on the disk in plain
            ((HTTPConduit) service.getClient().getConduit()).getClient().setAllowChunking(true);
        }
        service.getClient().getInInterceptors().add(new AnswerReader(largest));
        service.getClient().getOutInterceptors().add(new SentFiles(vault));
        if (settings.login().is(Login.Kind.BASIC)) {
            AuthorizationPolicy basic = new AuthorizationPolicy();
            basic.setUserName(settings.login().username());
            basic.setPassword(settings.login().password());
            ((HTTPConduit) service.getClient().getConduit()).setAuthorization(basic);
        }
    }

    /**
     * One call: the document is the child of the body, and WS-Addressing's MessageID is {@code urn:uuid:} and the hub's message id,
     * the same at each repetition.
     *
     * @throws org.stadtbus.envelope.HubException transient when no answer came, or not all of it
     */
    HttpAnswer call(Envelope envelope, Document payload) {
        try {
            prepare(service.getRequestContext(), envelope);
            service.invoke(new DOMSource(payload));
            return (HttpAnswer) requireNonNull(service.getResponseContext().get(AnswerReader.ANSWER));
        } catch (WebServiceException thrown) {
            throw SoapFailures.broken(thrown);
        }
    }

    private void prepare(Map<String, Object> context, Envelope envelope) {
        context.put(HTTPConduit.NO_IO_EXCEPTIONS, true);
        context.put(SentFiles.FILES, envelope.attachments());
        if (!settings.action().isBlank()) {
            context.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
            context.put(BindingProvider.SOAPACTION_URI_PROPERTY, settings.action());
        }
        if (settings.addressing()) {
            AddressingProperties heads = new AddressingProperties();
            heads.setMessageID(uri(SCHEME + envelope.messageId()));
            heads.setAction(uri(settings.action()));
            context.put(JAXWSAConstants.CLIENT_ADDRESSING_PROPERTIES, heads);
        }
        if (settings.login().is(Login.Kind.USERNAMETOKEN)) {
            // CXF adds the heads of WS-Addressing to this list
            context.put(Header.HEADER_LIST, new ArrayList<>(List.of(UsernameToken.header(settings.login()))));
        }
    }

    private static AttributedURIType uri(String value) {
        AttributedURIType uri = new AttributedURIType();
        uri.setValue(value);
        return uri;
    }
}
