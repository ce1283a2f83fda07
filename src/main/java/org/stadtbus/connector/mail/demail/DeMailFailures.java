package org.stadtbus.connector.mail.demail;

import org.stadtbus.envelope.HubException;

/** Why a mail in a De-Mail mailbox is not taken. What concerns the mail server is worded as for any other mail. */
final class DeMailFailures {
    private DeMailFailures() {}

    /** @param field name of the field without its prefix */
    static HubException missing(String field) {
        return HubException.rejected(
                "de-mail-header-missing",
                "Die Mail ist keine De-Mail: ihr fehlt die Kopfzeile X-de-mail-%s.".formatted(field));
    }

    static HubException tooLow(AuthLevel least) {
        return HubException.rejected(
                "de-mail-auth-level",
                "Wer die De-Mail schrieb, war dabei nicht sicher genug angemeldet (verlangt ist mindestens %s)."
                        .formatted(least == AuthLevel.HIGH ? "hoch" : "normal"));
    }

    /** What a mapping made is not what the sink reads. */
    static HubException notDescribed() {
        return HubException.permanent(
                "de-mail-not-described",
                "Die Nachricht beschreibt keine De-Mail (%s). Bitte die Abbildung oder die Eigenschaft described prüfen."
                        .formatted(Description.NAMESPACE));
    }
}
