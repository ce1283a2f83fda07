package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** The caller may not do this. */
@WebFault(name = "PermissionDeniedException", targetNamespace = Names.XTA)
public final class PermissionDeniedException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public PermissionDeniedException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public PermissionDeniedException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
