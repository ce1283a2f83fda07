package org.stadtbus.connector.soap;

import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HttpFailure;
import org.stadtbus.envelope.HubException;

/**
 * What can go wrong at a procedure's web service. Of a fault only its code is passed on: its text may hold personal data. Nothing here
 * goes back to the applicant: what is sent was made by a mapping, so a person of the city must look at it.
 */
final class SoapFailures {
    private static final Set<String> AT_THE_SERVICE = Set.of("Server", "Receiver");
    private static final Set<String> FORBIDDEN = Set.of("dtd-forbidden", "xml-limits");

    private SoapFailures() {}

    /**
     * A SOAP fault: Server (1.1, section 4.4.1) or Receiver (1.2, section 5.4.6) may go away, any other code needs a person.
     *
     * @param code local name, with what SOAP 1.1 puts behind a dot
     */
    static HubException fault(String code) {
        String known = code.matches("[A-Za-z][A-Za-z0-9_.-]{0,59}") ? code : "unbekannt";
        String problem = "soap-fault-" + known.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (AT_THE_SERVICE.contains(known.replaceFirst("\\..*", ""))) {
            return new HubException(
                    FailureKind.TRANSIENT,
                    problem,
                    "Das Fachverfahren kann zurzeit nicht arbeiten (SOAP-Fehler " + known + ").");
        }
        return HubException.permanent(
                problem,
                "Das Fachverfahren lehnt die Nachricht ab (SOAP-Fehler " + known
                        + "). Bitte Abbildung, action und Zugang mit seinem Betreiber klären.");
    }

    /** An answer that says with HTTP alone that it did not work. */
    static HubException http(int status) {
        return new HubException(
                HttpFailure.of(status).kind(),
                "soap-http-" + status,
                "Das Fachverfahren hat mit HTTP " + status + " und ohne SOAP geantwortet.");
    }

    /** A well-meant answer that is no SOAP: what is dangerous to read stays so, anything else may have been a proxy's page. */
    static HubException noSoap(HubException why) {
        return FORBIDDEN.contains(why.problemCode())
                ? new HubException(
                        FailureKind.PERMANENT,
                        "soap-answer-forbidden",
                        "Die Antwort des Fachverfahrens hat eine DTD oder ist zu tief geschachtelt; der Hub liest sie nicht. Die Nachricht kann angekommen sein.",
                        why)
                : unreadable();
    }

    static HubException unreadable() {
        return new HubException(
                FailureKind.TRANSIENT,
                "soap-answer-unreadable",
                "Das Fachverfahren hat etwas geantwortet, das kein lesbares SOAP ist. Die Nachricht kann angekommen sein.");
    }

    static HubException tooLarge(long largest) {
        return HubException.permanent(
                "soap-answer-too-large",
                "Die Antwort des Fachverfahrens ist größer als " + largest
                        + " Bytes. Die Nachricht kann angekommen sein.");
    }

    static HubException unwritable(Exception thrown) {
        return new HubException(
                FailureKind.PERMANENT,
                "soap-answer-unwritable",
                "Der Inhalt der Antwort lässt sich nicht als XML schreiben. Die Nachricht kann angekommen sein.",
                thrown);
    }

    /** The service took the message and gave no answer where one is expected. */
    static HubException noAnswer() {
        return HubException.permanent(
                "soap-answer-missing",
                "Das Fachverfahren hat die Nachricht angenommen und nicht geantwortet, obwohl answer eine Antwort verspricht.");
    }

    static HubException answerWithFiles() {
        return HubException.permanent(
                "soap-answer-with-files",
                "Das Fachverfahren hat die Nachricht angenommen; seine Antwort hat Dateien, die dieser Anschluss nicht übernimmt.");
    }

    /** The hub does not want the answer of a message that has arrived. */
    static HubException answerRefused(HubException why) {
        return new HubException(
                FailureKind.PERMANENT,
                "soap-answer-refused",
                "Das Fachverfahren hat die Nachricht angenommen; seine Antwort nimmt der Hub nicht an: "
                        + why.sentence(),
                why);
    }

    static HubException noXml(HubException why) {
        return new HubException(
                FailureKind.PERMANENT,
                "soap-message-no-xml",
                "Die Nachricht ist kein XML, das ein Hub in SOAP einpacken kann. Bitte in der Linie vorher abbilden.",
                why);
    }

    static HubException withFiles() {
        return HubException.permanent(
                "soap-message-with-files",
                "Die Nachricht hat Anlagen, die dieser Anschluss nicht übergibt. Bitte attachments: mtom setzen oder vorher ins XML abbilden.");
    }

    static HubException fileMissing() {
        return HubException.permanent(
                "soap-message-file-missing",
                "Die Nachricht verweist mit xop:Include auf eine Anlage, die sie nicht hat. Bitte die Abbildung prüfen.");
    }

    /** What came to no answer. */
    static HubException broken(WebServiceException thrown) {
        return Causes.of(thrown).anyMatch(IOException.class::isInstance)
                ? HubException.temporary(
                        "soap-unreachable",
                        "Das Fachverfahren ist nicht erreichbar, antwortet nicht rechtzeitig oder hat die Verbindung abgebrochen.",
                        thrown)
                : HubException.temporary("soap-call-failed", "Der Aufruf des Fachverfahrens ist gescheitert.", thrown);
    }
}
