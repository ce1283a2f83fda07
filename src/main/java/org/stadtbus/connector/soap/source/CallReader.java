package org.stadtbus.connector.soap.source;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.phase.Phase;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.intake.Incoming;
import org.stadtbus.standards.SecureXml;

/**
 * Reads a call once the parts of a multipart body are told apart, and before CXF reads its XML: the hub reads XML only with its own
 * hardened parser, and never more of it than it would keep.
 */
final class CallReader extends AbstractSoapInterceptor {
    private static final Set<QName> UNDERSTOOD = Set.of(Call.SECURITY);

    private final SourceSettings settings;
    private final Doorman doorman;
    private final Handover hub;
    private final Contract contract;
    private final int largest;

    /** @param largest bytes an envelope may have */
    CallReader(SourceSettings settings, Doorman doorman, Contract contract, Handover hub, int largest) {
        super(Phase.PRE_STREAM);
        this.settings = settings;
        this.doorman = doorman;
        this.contract = contract;
        this.hub = hub;
        this.largest = largest;
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return UNDERSTOOD;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        try {
            boolean known = doorman.knows(message);
            byte[] bytes = bytes(message);
            Call call = call(bytes, known);
            doorman.check(call);
            contract(call, message);
            message.put(Call.KEY, call);
            message.setContent(XMLStreamReader.class, SecureXml.stream(bytes));
        } catch (HubException why) {
            throw Faults.of(why, message);
        } catch (IOException brokenOff) {
            throw Faults.of(SourceFailures.notNow(brokenOff), message);
        }
    }

    private byte[] bytes(SoapMessage message) throws IOException {
        InputStream body = message.getContent(InputStream.class);
        return body == null ? new byte[0] : body.readNBytes(largest + 1);
    }

    /** What a stranger sends that cannot be read is answered and not journalled. */
    private Call call(byte[] bytes, boolean known) {
        try {
            if (bytes.length > largest) {
                throw SourceFailures.tooLarge(largest);
            }
            return Call.of(bytes, settings.version());
        } catch (HubException why) {
            throw known ? hub.refuse(unread(bytes), why) : why;
        }
    }

    /** Before CXF looks at the action: its faults are not in German. */
    private void contract(Call call, SoapMessage message) {
        try {
            String action = requireNonNullElse(SoapActionInInterceptor.getSoapAction(message), "");
            contract.check(call, action.isEmpty() ? call.action() : action);
        } catch (HubException why) {
            throw hub.refuse(unread(call.document()), why);
        }
    }

    private Incoming unread(byte[] bytes) {
        return new Incoming(
                settings.procedure(), "", Ids.sha256(bytes), "application/xml", "xml", new byte[0], List.of());
    }
}
