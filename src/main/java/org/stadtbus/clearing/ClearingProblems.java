package org.stadtbus.clearing;

import java.net.URI;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Refusals of clearing as problem+json (RFC 9457): a German sentence and a code. */
@RestControllerAdvice(assignableTypes = {ClearingApi.class, ClearingActions.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClearingProblems {
    private static final String RETRY_SECONDS = "10";
    private static final Map<String, HttpStatus> STATUS = Map.ofEntries(
            Map.entry(Refusals.UNKNOWN, HttpStatus.NOT_FOUND),
            Map.entry(Refusals.OUTDATED, HttpStatus.CONFLICT),
            Map.entry(Refusals.SOLVED, HttpStatus.CONFLICT),
            Map.entry(Refusals.NEEDS_RELEASE, HttpStatus.CONFLICT),
            Map.entry(Refusals.NO_RELEASE, HttpStatus.CONFLICT),
            Map.entry(Refusals.SAME_PERSON, HttpStatus.CONFLICT),
            Map.entry(Refusals.DUPLICATE_RISK, HttpStatus.CONFLICT),
            Map.entry(Refusals.SENT_BEFORE, HttpStatus.CONFLICT),
            Map.entry(Refusals.GONE, HttpStatus.CONFLICT),
            Map.entry(Refusals.UNDECLARED, HttpStatus.CONFLICT),
            Map.entry("cannot-reject", HttpStatus.CONFLICT));

    @ExceptionHandler
    ResponseEntity<ProblemDetail> hub(HubException e) {
        return e.kind() == FailureKind.TRANSIENT
                ? notNow(e.problemCode(), e.sentence())
                : answer(STATUS.getOrDefault(e.problemCode(), otherwise(e)), e.problemCode(), e.sentence());
    }

    private static HttpStatus otherwise(HubException e) {
        return e.kind() == FailureKind.REJECTED ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> database(DataAccessException e) {
        return notNow(
                "cases-away", "Die Liste der Klärfälle ist zurzeit nicht erreichbar. Die Nachrichten liegen sicher.");
    }

    private static ResponseEntity<ProblemDetail> notNow(String code, String sentence) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, code, sentence));
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String sentence) {
        return ResponseEntity.status(status).body(problem(status, code, sentence));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:stadtbus:problem:" + code));
        problem.setTitle(status.is5xxServerError() ? "Zurzeit nicht möglich" : "Nicht geschehen");
        problem.setProperty("code", code);
        return problem;
    }
}
