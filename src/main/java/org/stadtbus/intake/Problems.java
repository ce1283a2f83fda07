package org.stadtbus.intake;

import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Failures as problem+json (RFC 9457): a sentence, a code, the journey; never a stack trace. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "10";
    private static final Map<String, HttpStatus> STATUS = Map.of(
            "unknown-service", HttpStatus.NOT_FOUND,
            "unknown-procedure", HttpStatus.NOT_FOUND,
            "too-large", HttpStatus.PAYLOAD_TOO_LARGE,
            "empty", HttpStatus.BAD_REQUEST,
            "not-json", HttpStatus.BAD_REQUEST,
            "not-utf-8", HttpStatus.BAD_REQUEST);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> hub(HubException e) {
        ProblemDetail problem = problem(status(e), e.problemCode(), e.sentence());
        if (e instanceof RefusedApplication refused) {
            problem.setProperty("journeyId", refused.journeyId());
        }
        var answer = ResponseEntity.status(problem.getStatus());
        if (e.kind() == FailureKind.TRANSIENT) {
            answer.header("Retry-After", RETRY_SECONDS);
        }
        return answer.body(problem);
    }

    @ExceptionHandler({MultipartException.class})
    ResponseEntity<ProblemDetail> multipart(MultipartException e) {
        boolean large = e instanceof MaxUploadSizeExceededException;
        ProblemDetail problem = large
                ? problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "Die Sendung ist größer als erlaubt.")
                : problem(
                        HttpStatus.BAD_REQUEST, "not-multipart", "Die Sendung ist unvollständig oder kein Multipart.");
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
        LOG.error("A request failed unexpectedly", e);
        ProblemDetail problem =
                problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Der Hub konnte die Anfrage nicht bearbeiten.");
        return ResponseEntity.internalServerError().body(problem);
    }

    private static HttpStatus status(HubException e) {
        return switch (e.kind()) {
            case TRANSIENT -> HttpStatus.SERVICE_UNAVAILABLE;
            case PERMANENT -> STATUS.getOrDefault(e.problemCode(), HttpStatus.INTERNAL_SERVER_ERROR);
            case REJECTED -> STATUS.getOrDefault(e.problemCode(), HttpStatus.UNPROCESSABLE_ENTITY);
        };
    }

    private static ProblemDetail problem(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:stadtbus:problem:" + code));
        problem.setTitle(status.is5xxServerError() ? "Zurzeit nicht möglich" : "Nicht angenommen");
        problem.setProperty("code", code);
        return problem;
    }
}
