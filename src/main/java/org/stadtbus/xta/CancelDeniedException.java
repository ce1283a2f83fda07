package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** The message cannot be called back any more. */
@WebFault(name = "CancelDeniedException", targetNamespace = Names.XTA)
public final class CancelDeniedException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public CancelDeniedException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public CancelDeniedException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
