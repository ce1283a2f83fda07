package org.stadtbus.xta;

/** A fault of the standard: a sentence, and a number of the code list {@code urn:de:xta:webservice:codeliste:fehlernummer}. */
public abstract sealed class XtaFault extends Exception
        permits CancelDeniedException,
                InvalidMessageIdException,
                ParameterInvalidException,
                PermissionDeniedException,
                SchemaViolationException,
                SyncAsyncException,
                TechnicalProblemException,
                VirusDetectedException {
    private static final long serialVersionUID = 1L;

    private final transient FaultDetail detail;

    XtaFault(String message, FaultDetail detail) {
        super(message);
        this.detail = detail;
    }

    /** The fault's detail; the name is JAX-WS's. */
    public FaultDetail getFaultInfo() {
        return detail;
    }
}
