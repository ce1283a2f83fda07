package org.stadtbus.mapping;

import java.util.regex.Pattern;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.StringValue;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * Turns what a stylesheet threw into a sentence for people. Saxon's own message is left out unless the stylesheet's author
 * wrote it: it may quote values of the message.
 */
final class StylesheetFailure {
    private static final QName REJECTED = new QName("urn:stadtbus:hub", "rejected");
    private static final QName UNREADABLE_JSON = new QName("http://www.w3.org/2005/xqt-errors", "FOJS0001");

    private static final Pattern FOUND_WHILE = Pattern.compile("\\. Found while .*$", Pattern.DOTALL);

    private StylesheetFailure() {}

    static HubException translate(String mapping, SaxonApiException e) {
        return translate(mapping, e.getErrorCode(), sentence(e), line(e));
    }

    static HubException translate(String mapping, SaxonApiUncheckedException e) {
        return e.getCause() instanceof XPathException cause
                ? translate(mapping, new SaxonApiException(cause))
                : translate(mapping, null, null, "");
    }

    private static HubException translate(String mapping, @Nullable QName code, @Nullable String message, String line) {
        if (REJECTED.equals(code)) {
            return HubException.rejected("mapping-rejected", String.valueOf(message));
        }
        if (UNREADABLE_JSON.equals(code)) {
            return HubException.rejected("unreadable-json", "Die Nachricht ist kein lesbares JSON.");
        }
        String what = code == null ? "" : " mit dem Fehler " + code.getLocalName();
        return HubException.permanent(
                "mapping-failed",
                "Die Abbildung »" + mapping + "« ist" + line + what
                        + " gescheitert; das ist ein Fehler der Abbildung, nicht der Nachricht.");
    }

    /** The stylesheet's own sentence: the error object if given, else the description without Saxon's addition to it. */
    private static String sentence(SaxonApiException e) {
        if (e.getCause() instanceof XPathException cause && cause.getErrorObject() instanceof StringValue sentence) {
            return sentence.getStringValue();
        }
        return FOUND_WHILE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
    }

    private static String line(SaxonApiException e) {
        return e.getLineNumber() > 0 ? " in Zeile " + e.getLineNumber() : "";
    }
}
