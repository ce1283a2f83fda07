package org.stadtbus.xta;

import jakarta.xml.ws.WebFault;

/** The message is not valid against its schema. */
@WebFault(name = "MessageSchemaViolationException", targetNamespace = Names.XTA)
public final class SchemaViolationException extends XtaFault {
    private static final long serialVersionUID = 1L;

    public SchemaViolationException(String message, FaultDetail detail) {
        super(message, detail);
    }

    /** As above, with what led to it. */
    public SchemaViolationException(String message, FaultDetail detail, Throwable cause) {
        super(message, detail);
        initCause(cause);
    }
}
