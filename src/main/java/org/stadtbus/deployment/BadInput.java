package org.stadtbus.deployment;

/**
 * Kinds of bad input that reach every transport sooner or later. A connector.yaml says for each of them what its sender
 * hears, or why it cannot happen there ({@code badInput}).
 */
public enum BadInput {
    /** Not readable in the form of the transport or of its content: cut, not XML, not a container. */
    MALFORMED("malformed", "nicht lesbar"),
    /** Larger than the hub takes. */
    OVERSIZED("oversized", "zu groß"),
    /** Sent a second time by its sender or by somebody in between. */
    REPLAYED("replayed", "noch einmal gesandt"),
    /** Not signed where it must be, changed after it was signed, or with credentials that are not right. */
    WRONGLY_SIGNED("wronglySigned", "falsch unterschrieben oder angemeldet"),
    /** Not encrypted where it must be, for somebody else, or by an algorithm that is not allowed. */
    WRONGLY_ENCRYPTED("wronglyEncrypted", "falsch verschlüsselt"),
    /** Signed, encrypted or sent with a certificate whose time is over. */
    EXPIRED_CERTIFICATE("expiredCertificate", "Zertifikat abgelaufen");

    private final String key;
    private final String title;

    BadInput(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Name in connector.yaml. */
    public String key() {
        return key;
    }

    /** Words for people, German. */
    public String title() {
        return title;
    }
}
