package org.stadtbus.sandbox.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** What happens to a mail that comes in by SMTP, before the client reads that it was accepted. */
@FunctionalInterface
interface Arrival {
    /** True when the mail goes into the mailbox; otherwise into one of its receiver's own. */
    boolean into(MimeMessage mail, String to) throws MessagingException;
}
