package org.stadtbus.connector.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a procedure's answer. When it breaks off, that is the procedure's failure, not that of the vault it flows into. */
final class AnswerBody extends FilterInputStream {
    AnswerBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw HttpInboxFailures.unreachable(e);
        }
    }
}
