package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** Something in the request is not right. */
@WebFault(name = "ParameterIsNotValidException", targetNamespace = Names.XTA)
public final class ParameterInvalidException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public ParameterInvalidException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public ParameterInvalidException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
