package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** The caller has no message with this id. */
@WebFault(name = "InvalidMessageIDException", targetNamespace = Names.XTA)
public final class InvalidMessageIdException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public InvalidMessageIdException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public InvalidMessageIdException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
