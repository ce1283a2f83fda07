package org.stadtbus.envelope;

/** A target says in a document that a message it had taken did not arrive; the document is kept with the journey. */
public final class ReportedFailure extends HubException {
    private static final long serialVersionUID = 1L;

    private final byte[] report;

    /**
     * Permanent: the target has said its last word.
     *
     * @param problemCode as {@link HubException}
     * @param sentence as {@link HubException}
     * @param report the document, XML
     */
    public ReportedFailure(String problemCode, String sentence, byte[] report) {
        super(FailureKind.PERMANENT, problemCode, sentence);
        this.report = report.clone();
    }

    /** The target's document, XML. */
    public byte[] report() {
        return report.clone();
    }
}
