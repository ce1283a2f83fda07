package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** The service is offered the other way only, synchronous or asynchronous. */
@WebFault(name = "SyncAsyncException", targetNamespace = Names.XTA)
public final class SyncAsyncException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public SyncAsyncException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public SyncAsyncException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
