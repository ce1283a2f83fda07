package org.stadtbus.sandbox.osci;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stadtbus.osci.ControlBlock;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;

/** What the intermediary remembers of an explicit dialog. */
final class OpenDialog {
    private final String conversation;
    private final X509Certificate signature;
    private final X509Certificate cipher;
    private String challenge = ControlBlock.newChallenge();
    private int expected;
    private Optional<String> fetched = Optional.empty();

    /**
     * @param signature certificate that all orders must be signed with
     * @param cipher certificate that answers are encrypted for
     */
    OpenDialog(String conversation, X509Certificate signature, X509Certificate cipher) {
        this.conversation = conversation;
        this.signature = signature;
        this.cipher = cipher;
    }

    X509Certificate signature() {
        return signature;
    }

    X509Certificate cipher() {
        return cipher;
    }

    /** Answers the order that began it. */
    ControlBlock begun(ControlBlock asked) {
        return new ControlBlock(asked.challenge(), challenge, conversation, "");
    }

    /** Takes the next order: only one that knows the last challenge and has the next number. */
    void check(ControlBlock asked) throws OsciException {
        if (!asked.response().equals(challenge) || !asked.sequence().equals(String.valueOf(expected))) {
            throw new OsciException(OsciCode.CONTROL_BLOCK, "");
        }
        expected++;
    }

    /** Answers an order. */
    ControlBlock answer(ControlBlock asked, boolean last) {
        challenge = ControlBlock.newChallenge();
        return new ControlBlock(asked.challenge(), last ? "" : challenge, conversation, asked.sequence());
    }

    /** The delivery whose arrival the next order confirms. */
    Optional<String> confirmed() {
        Optional<String> id = fetched;
        fetched = Optional.empty();
        return id;
    }

    void fetched(String id) {
        fetched = Optional.of(id);
    }
}
