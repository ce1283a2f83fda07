package org.stadtbus.connector.mail.demail;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.connector.mail.Letter;
import org.stadtbus.envelope.Message;

/**
 * Puts the wishes to the provider on a letter (BSI TR-01201 part 3.3, sections 3.1.2 to 3.1.6), and the hub's message id, which comes
 * back with each confirmation (section 3.1.17).
 */
public final class DeMailLetter implements Processor {
    private final Letter letter;
    private final Map<String, Boolean> wishes;
    private final boolean described;

    /**
     * @param letter writes the mail
     * @param dispatch whether the provider shall confirm that it sent the message
     * @param receipt whether it shall confirm that the message lies in its receiver's mailbox
     * @param retrieve whether it shall confirm that its receiver signed in afterwards; only authorities may ask for it (§ 5 (9) De-Mail-G)
     * @param authoritative whether the provider shall sign for the sender, who must have signed in with level high (§ 5 (5) De-Mail-G)
     * @param personal whether its receiver must sign in with level high to read it (§ 5 (4) De-Mail-G)
     * @param described whether the message is a {@link Description} that says receiver, subject, text and wishes; what it does not
     *     say stays as set here
     */
    public DeMailLetter(
            Letter letter,
            boolean dispatch,
            boolean receipt,
            boolean retrieve,
            boolean authoritative,
            boolean personal,
            boolean described) {
        this.letter = letter;
        this.described = described;
        this.wishes = Map.of(
                "confirmation-of-dispatch", dispatch,
                "confirmation-of-receipt", receipt,
                "confirmation-of-retrieve", retrieve,
                "authoritative", authoritative,
                "private", personal);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getProperty("stadtbus.message", Message.class);
        letter.process(exchange);
        wishes.forEach((name, wish) -> wish(exchange, name, Boolean.TRUE.equals(wish)));
        if (described) {
            follow(Description.read(message.payload()), exchange);
        }
        exchange.getMessage()
                .setHeader("X-de-mail-private-id", message.envelope().messageId());
    }

    private void follow(Description description, Exchange exchange) {
        org.apache.camel.Message mail = exchange.getMessage();
        mail.setHeader("To", description.lineOr("chosen-recipient", mail.getHeader("To", "", String.class)));
        mail.setHeader("Subject", description.lineOr("betreff", mail.getHeader("Subject", "", String.class)));
        mail.setBody(description.text());
        wishes.forEach((name, wish) ->
                wish(exchange, name, Boolean.parseBoolean(description.lineOr(name, String.valueOf(wish)))));
    }

    private static void wish(Exchange exchange, String name, boolean wish) {
        exchange.getMessage().setHeader("X-de-mail-" + name, wish ? "yes" : "no");
    }
}
