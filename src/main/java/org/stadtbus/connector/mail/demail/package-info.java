/**
 * De-Mail (BSI TR-01201) through a gateway: mail as in {@link org.stadtbus.connector.mail}, with the header fields of the De-Mail
 * provider on top.
 *
 * <p>Java is needed because a mail is trusted by its header fields, which must be read as the guideline says, and because a
 * confirmation must name the hub's message it confirms.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.mail.demail;
