package org.stadtbus.connector.soap;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Takes the answer out of CXF's hands once the parts of a multipart body are told apart, and before its XML is read: the hub reads XML
 * only with its own hardened parser, and never more of it than it would keep.
 */
final class AnswerReader extends AbstractPhaseInterceptor<Message> {
    /** Where in the response context the {@link HttpAnswer} lies. */
    static final String ANSWER = HttpAnswer.class.getName();

    private final int largest;

    /** @param largest bytes an answer may have */
    AnswerReader(int largest) {
        super(Phase.PRE_STREAM);
        this.largest = largest;
    }

    @Override
    public void handleMessage(Message message) {
        try (InputStream body = message.getContent(InputStream.class)) {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(largest + 1);
            boolean files = bytes.length <= largest
                    && message.getAttachments() != null
                    && message.getAttachments().iterator().hasNext();
            message.put(ANSWER, new HttpAnswer(status(message), bytes, files));
            message.getInterceptorChain().abort();
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    private static int status(Message message) {
        return (Integer) requireNonNull(message.get(Message.RESPONSE_CODE));
    }
}
