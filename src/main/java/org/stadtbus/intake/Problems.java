package org.stadtbus.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.pressure.Busy;

/**
 * Failures as problem+json (RFC 9457): a sentence, a code, the journey; never a stack trace. What Spring refuses before the
 * controller runs is journalled here, like what the intake refuses.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "10";
    private static final Map<String, HttpStatus> STATUS = Map.of(
            "unknown-service", HttpStatus.NOT_FOUND,
            "unknown-procedure", HttpStatus.NOT_FOUND,
            "too-large", HttpStatus.PAYLOAD_TOO_LARGE,
            "too-many-files", HttpStatus.PAYLOAD_TOO_LARGE,
            "empty", HttpStatus.BAD_REQUEST,
            "not-json", HttpStatus.BAD_REQUEST,
            "not-utf-8", HttpStatus.BAD_REQUEST,
            "not-multipart", HttpStatus.BAD_REQUEST,
            "broken-off", HttpStatus.BAD_REQUEST,
            "compressed", HttpStatus.UNSUPPORTED_MEDIA_TYPE);

    private final Intake intake;

    Problems(Intake intake) {
        this.intake = intake;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> hub(HubException e) {
        ProblemDetail problem = problem(status(e), e.problemCode(), e.sentence());
        if (e instanceof RefusedApplication refused) {
            problem.setProperty("journeyId", refused.journeyId());
        } else if (e instanceof RefusedAnswer refused) {
            problem.setProperty("journeyId", refused.journeyId());
        }
        var answer = ResponseEntity.status(problem.getStatus());
        if (e instanceof Busy busy) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(busy.retryAfterSeconds()));
        } else if (e.kind() == FailureKind.TRANSIENT) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> multipart(MultipartException e, HttpServletRequest request) {
        return hub(journalled(RefusedRequest.multipart(e), request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HubException why = RefusedRequest.of(e, status);
        if (status.is4xxClientError() && request instanceof ServletWebRequest http) {
            why = journalled(why, http.getRequest());
        }
        ProblemDetail problem = hub(why).getBody();
        if (problem != null) {
            problem.setStatus(status.value());
        }
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    private HubException journalled(HubException why, HttpServletRequest request) {
        return Sender.of(request)
                .<HubException>map(sender -> Refusals.journalled(intake, sender.refusal(why)))
                .orElse(why);
    }

    /** Only where it happened is logged: the exception's own text may quote the request. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "A request failed unexpectedly: {} at {}",
                e.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        ProblemDetail problem =
                problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Der Hub konnte die Anfrage nicht bearbeiten.");
        return ResponseEntity.internalServerError().body(problem);
    }

    private static HttpStatus status(HubException e) {
        return switch (e.kind()) {
            case TRANSIENT ->
                e.problemCode().equals(Busy.TOO_MANY_CALLS)
                        ? HttpStatus.TOO_MANY_REQUESTS
                        : HttpStatus.SERVICE_UNAVAILABLE;
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
