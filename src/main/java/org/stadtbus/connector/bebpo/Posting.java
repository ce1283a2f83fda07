package org.stadtbus.connector.bebpo;

import java.time.Duration;

/**
 * How a message is posted.
 *
 * @param receiver id of the receiver's mailbox (SAFE id)
 * @param subject beginning of the subject, which tells nothing of a person; the hub's message id follows
 * @param sign whether EGVP-Enterprise signs with the account's key
 * @param maxSize most bytes of message and files together
 * @param maxFiles most files, the message among them
 * @param patience how long to wait for the intermediary to have it, before it is asked for with the next attempt
 */
record Posting(String receiver, String subject, boolean sign, long maxSize, int maxFiles, Duration patience) {}
