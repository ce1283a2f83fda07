package org.stadtbus.xta;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.Causes;

/**
 * What is logged of a refused request: one line, without what the caller wrote. The standard's own faults are answers; only what
 * nobody thought of is logged with its trace.
 */
final class FaultLog implements FaultListener {
    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

    @Override
    public boolean faultOccurred(Exception fault, String description, Message message) {
        Throwable cause = Causes.innermost(fault);
        boolean standard = Causes.of(fault).anyMatch(XtaFault.class::isInstance);
        if (standard) {
            LOG.debug("XTA request answered with a fault: {}", cause.getClass().getSimpleName());
        } else if (cause instanceof RuntimeException && !(cause instanceof org.apache.cxf.interceptor.Fault)) {
            LOG.error("An XTA request failed unexpectedly", fault);
        } else {
            LOG.warn("An XTA request was not readable: {}", cause.getClass().getSimpleName());
        }
        return false;
    }
}
