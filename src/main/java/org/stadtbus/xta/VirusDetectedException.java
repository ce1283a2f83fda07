package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** The message holds harmful code. */
@WebFault(name = "MessageVirusDetectionException", targetNamespace = Names.XTA)
public final class VirusDetectedException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public VirusDetectedException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public VirusDetectedException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
