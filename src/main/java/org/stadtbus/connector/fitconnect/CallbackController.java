package org.stadtbus.connector.fitconnect;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /fit-connect/callback}: the zustelldienst says that something waits. What it says is not used, only that it does. */
@RestController
@ConditionalOnProperty("stadtbus.fit-connect.api-url")
class CallbackController {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);
    private static final int LIMIT = 64 * 1024;

    private final CallbackCheck check;
    private final Poller poller;

    CallbackController(CallbackCheck check, Poller poller) {
        this.check = check;
        this.poller = poller;
    }

    @PostMapping("/fit-connect/callback")
    ResponseEntity<ProblemDetail> callback(
            @RequestHeader(name = "callback-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "callback-authentication", defaultValue = "") String authentication,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT || !check.genuine(timestamp, authentication, body)) {
            LOG.warn("A FIT-Connect callback was refused: wrong secret, too old or too large");
            return refused();
        }
        poller.lookNow();
        return ResponseEntity.ok().build();
    }

    private static ResponseEntity<ProblemDetail> refused() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, "Der Aufruf ist nicht vom Zustelldienst oder zu alt.");
        problem.setType(URI.create("urn:stadtbus:problem:callback-not-genuine"));
        problem.setTitle("Nicht erlaubt");
        problem.setProperty("code", "callback-not-genuine");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(problem);
    }
}
