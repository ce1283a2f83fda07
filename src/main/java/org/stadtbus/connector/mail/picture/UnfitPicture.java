package org.stadtbus.connector.mail.picture;

/** A picture that is left as it is. */
final class UnfitPicture extends Exception {
    private static final long serialVersionUID = 1;

    private final Conversion.Reason reason;

    UnfitPicture(Conversion.Reason reason) {
        super(reason.words());
        this.reason = reason;
    }

    UnfitPicture(Conversion.Reason reason, Exception cause) {
        super(reason.words(), cause);
        this.reason = reason;
    }

    Conversion.Reason reason() {
        return reason;
    }
}
