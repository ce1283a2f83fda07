package org.stadtbus.sandbox.http;

import java.io.IOException;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {
    /** Answers; what it acknowledges is on disk when it returns. */
    Answer handle(Request request) throws IOException;
}
