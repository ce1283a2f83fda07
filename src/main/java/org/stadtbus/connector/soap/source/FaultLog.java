package org.stadtbus.connector.soap.source;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.HubException;

/** What is logged of a refused call: one line without what the caller wrote; a trace only where nobody thought of it. */
final class FaultLog implements FaultListener {
    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

    @Override
    public boolean faultOccurred(Exception fault, String description, Message message) {
        Throwable cause = Causes.innermost(fault);
        Causes.of(fault)
                .filter(HubException.class::isInstance)
                .map(HubException.class::cast)
                .findFirst()
                .ifPresentOrElse(
                        why -> LOG.warn("SOAP call answered with a fault: {} {}", why.problemCode(), why.sentence()),
                        () -> unforeseen(fault, cause));
        return false;
    }

    private static void unforeseen(Exception fault, Throwable cause) {
        if (cause instanceof RuntimeException && !(cause instanceof org.apache.cxf.interceptor.Fault)) {
            LOG.error("A SOAP call failed unexpectedly", fault);
        } else {
            LOG.warn("A SOAP call was not readable: {}", cause.getClass().getSimpleName());
        }
    }
}
