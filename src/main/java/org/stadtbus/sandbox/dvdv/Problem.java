package org.stadtbus.sandbox.dvdv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;

/** What the DVDV says when it gives no answer (RFC 7807, schema Problem). */
enum Problem {
    NO_TOKEN(401, "AUTHENTICATION", "Anmeldung nötig"),
    NO_CERTIFICATE(401, "AUTHENTICATION", "Das Client-Zertifikat ist nicht hinterlegt"),
    BAD_REQUEST(400, "INPUT_VALIDATION", "Die Anfrage ist kein JSON mit den nötigen Feldern"),
    NOT_FOUND(404, "ENTITY_NOT_FOUND", "Kein Eintrag");

    private final int status;
    private final String type;
    private final String title;

    Problem(int status, String type, String title) {
        this.status = status;
        this.type = type;
        this.title = title;
    }

    Answer answer() {
        ObjectNode body = Json.object()
                .put("type", "problems/type/" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", title)
                .put("instance", "problems/instance/Sandbox");
        return Answer.bytes(status, "application/problem+json", Json.bytes(body));
    }
}
