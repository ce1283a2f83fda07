package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** The provider cannot do it at the moment. */
@WebFault(name = "XTAWSTechnicalProblemException", targetNamespace = Names.XTA)
public final class TechnicalProblemException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public TechnicalProblemException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public TechnicalProblemException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
