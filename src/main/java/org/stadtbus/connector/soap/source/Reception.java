package org.stadtbus.connector.soap.source;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.stadtbus.connector.References;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.intake.Incoming;

/** Takes one message per call, and answers when the hub has it. */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
public final class Reception implements Provider<Source> {
    private final SourceSettings settings;
    private final ReceivedFiles files;
    private final Claims claims;
    private final Handover hub;

    Reception(SourceSettings settings, ReceivedFiles files, Claims claims, Handover hub) {
        this.settings = settings;
        this.files = files;
        this.claims = claims;
        this.hub = hub;
    }

    /** @param content as CXF reads it; what counts is the {@link Call} the hub's own parser read */
    @Override
    public Source invoke(Source content) {
        SoapMessage message = (SoapMessage) PhaseInterceptorChain.getCurrentMessage();
        try {
            return new StreamSource(new StringReader(settings.answer(take(message))));
        } catch (HubException why) {
            throw Faults.of(why, message);
        } catch (IOException brokenOff) {
            throw Faults.of(SourceFailures.notNow(brokenOff), message);
        }
    }

    private String take(SoapMessage message) throws IOException {
        Call call = (Call) requireNonNull(message.get(Call.KEY));
        return hub.take(checked(call, message));
    }

    /** Whatever is wrong with a call is journalled before it is answered. */
    private Incoming checked(Call call, SoapMessage message) throws IOException {
        byte[] document = call.document();
        String id = "";
        try {
            id = settings.idElement().in(call);
            Collection<Attachment> parts = requireNonNullElse(message.getAttachments(), List.of());
            Incoming incoming = incoming(id, id, document, files.store(call, parts));
            claims.claim(incoming);
            return incoming;
        } catch (HubException why) {
            if (why.kind() != FailureKind.REJECTED) {
                throw why;
            }
            throw hub.refuse(incoming(id, Ids.sha256(document), new byte[0], List.of()), why);
        }
    }

    private Incoming incoming(String id, String key, byte[] document, List<org.stadtbus.envelope.Attachment> files) {
        return new Incoming(settings.procedure(), References.of(id), key, "application/xml", "xml", document, files);
    }
}
