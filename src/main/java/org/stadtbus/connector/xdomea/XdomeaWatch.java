package org.stadtbus.connector.xdomea;

import org.stadtbus.connector.PollWatch;
import org.stadtbus.envelope.HubException;

/** Watches over a transfer folder. */
public final class XdomeaWatch extends PollWatch {

    /** Words what is no failure of the hub as one of the folder. */
    public XdomeaWatch() {
        super(thrown -> thrown instanceof HubException known ? known : XdomeaFailures.folder(new Exception(thrown)));
    }
}
