package org.stadtbus.intake;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.stadtbus.envelope.HubException;

/** Puts into a sentence what Spring refuses before a controller runs; Spring's own texts may quote the request. */
final class RefusedRequest {
    private RefusedRequest() {}

    static HubException of(Exception e, HttpStatusCode status) {
        if (e instanceof MethodArgumentTypeMismatchException wrong) {
            return HubException.rejected(
                    "bad-request", "Die Angabe " + wrong.getName() + " hat keinen erlaubten Wert.");
        }
        return switch (status.value()) {
            case 404 -> HubException.rejected("not-found", "Diese Adresse gibt es nicht.");
            case 405 -> HubException.rejected("method-not-allowed", "Diese Adresse kennt die Methode nicht.");
            case 406 -> HubException.rejected("not-acceptable", "In diesem Format antwortet der Hub nicht.");
            case 413 -> tooLarge();
            case 415 ->
                HubException.rejected(
                        "unsupported-type", "Bitte als application/json oder multipart/form-data senden.");
            default ->
                status.is4xxClientError()
                        ? HubException.rejected("bad-request", "Die Anfrage ist nicht zu verstehen.")
                        : HubException.permanent("unexpected", "Der Hub konnte die Anfrage nicht bearbeiten.");
        };
    }

    static HubException multipart(MultipartException e) {
        return e instanceof MaxUploadSizeExceededException ? tooLarge() : notMultipart();
    }

    static HubException notMultipart() {
        return HubException.rejected(
                "not-multipart", "Die Sendung ist unvollständig, hat zu viele Teile oder ist kein Multipart.");
    }

    private static HubException tooLarge() {
        return HubException.rejected("too-large", "Die Sendung ist größer als erlaubt.");
    }
}
