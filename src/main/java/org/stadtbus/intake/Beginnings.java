package org.stadtbus.intake;

import java.util.stream.Stream;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.MessageHeader;

/** Makes an application of what a procedure handed in ({@link AnswerIntake}), so that a journey begins with it. */
public final class Beginnings {
    private final JourneyIds ids;
    private final IntakeProperties properties;

    Beginnings(JourneyIds ids, IntakeProperties properties) {
        this.ids = ids;
        this.properties = properties;
    }

    /**
     * The message's envelope as the first of its journey. The same message leads to the same journey however often this is done,
     * and nobody guesses the journey's id (docs/decisions/0003).
     *
     * @param handedIn its envelope as the intake made it
     * @param header what the message says of itself; its case id, else its own, is where replies go
     * @param service LeiKa key of the service it is for
     * @throws HubException rejected ({@code test-in-production}) when it is marked as a test and this is no test system
     */
    public Envelope of(Envelope handedIn, MessageHeader header, String service) {
        if (header.test() && !properties.acceptTest()) {
            throw ApplicationCheck.testInProduction();
        }
        String caseName = Stream.concat(header.caseIds().stream(), header.messageId().stream())
                .findFirst()
                .orElseGet(handedIn::messageId);
        Envelope begun = handedIn.begun(
                        ids.of(handedIn.channel(), handedIn.messageId()), service, caseName, header.test())
                .typed(header.type().orElse(handedIn.messageType()));
        return header.businessKey().map(begun::keyed).orElse(begun);
    }
}
