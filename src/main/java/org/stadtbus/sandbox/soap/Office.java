package org.stadtbus.sandbox.soap;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.cxf.binding.soap.SoapBindingConstants;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.ws.addressing.AddressingProperties;
import org.apache.cxf.ws.addressing.JAXWSAConstants;

/** What answers the calls. */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
public final class Office implements Provider<Source> {
    private final String answer;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private volatile Trouble trouble = new Trouble.None();

    Office(String answer) {
        this.answer = answer;
    }

    void trouble(Trouble next) {
        trouble = next;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    int taken() {
        return taken.size();
    }

    @Override
    public Source invoke(Source request) {
        SoapMessage message = (SoapMessage) PhaseInterceptorChain.getCurrentMessage();
        Trouble now = trouble;
        if (now instanceof Trouble.Refuses) {
            throw new SoapFault(
                    "Erika Mustermann ist unbekannt", message.getVersion().getSender());
        }
        if (now instanceof Trouble.Fails) {
            throw new SoapFault("Wartung", message.getVersion().getReceiver());
        }
        Call call = new Call(
                messageId(message),
                Objects.toString(message.get(SoapBindingConstants.SOAP_ACTION), ""),
                Objects.toString(message.get(LoginReader.CALLER), ""),
                text(request),
                files(message));
        calls.add(call);
        taken.add(call.messageId());
        if (now instanceof Trouble.Slow slow) {
            LockSupport.parkNanos(slow.delay().toNanos());
        }
        return new StreamSource(new StringReader(answer));
    }

    private static Map<String, String> files(SoapMessage message) {
        Map<String, String> files = new HashMap<>();
        Collection<Attachment> parts = message.getAttachments();
        if (parts != null) {
            parts.forEach(part -> files.put(part.getId(), digest(part)));
        }
        return files;
    }

    private static String digest(Attachment part) {
        try (InputStream bytes = part.getDataHandler().getInputStream()) {
            return DigestUtils.sha256Hex(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String messageId(Map<String, Object> message) {
        AddressingProperties heads = (AddressingProperties) message.get(JAXWSAConstants.ADDRESSING_PROPERTIES_INBOUND);
        return heads == null || heads.getMessageID() == null
                ? ""
                : heads.getMessageID().getValue();
    }

    private static String text(Source document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance().newTransformer().transform(document, new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("What CXF has read can be written", e);
        }
    }
}
