package org.stadtbus.connector.mail;

import org.stadtbus.connector.PollWatch;

/** Watches over a mailbox. */
public final class MailWatch extends PollWatch {

    /** Words failures as the sink does. */
    public MailWatch() {
        super(MailFailures::explain);
    }
}
