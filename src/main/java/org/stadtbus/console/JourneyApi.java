package org.stadtbus.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stadtbus.console.JourneyJson.Detail;
import org.stadtbus.console.JourneyJson.Page;
import org.stadtbus.console.JourneyJson.Status;
import org.stadtbus.console.JourneyJson.Summary;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Filter;

/** {@code GET /api/v1/journeys…}: the applicant's status for everybody who has the id, the rest for operators' programs. */
@RestController
@Tag(name = "Vorgänge")
class JourneyApi {
    private static final int MOST = 500;
    private static final String PROBLEM = "#/components/responses/Problem";

    private final JournalQueries journal;
    private final Names names;

    JourneyApi(JournalQueries journal, Names names) {
        this.journal = journal;
        this.names = names;
    }

    @GetMapping("/api/v1/journeys/{id}/status")
    @Operation(summary = "Wie ein Vorgang steht, für jeden, der seine Kennung hat")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", description = "Der Stand")
    @ApiResponse(responseCode = "404", ref = PROBLEM)
    Status status(@PathVariable String id) {
        return journal.journey(id).map(journey -> Status.of(journey, names)).orElseThrow(UnknownJourney::new);
    }

    @GetMapping("/api/v1/journeys/{id}")
    @Operation(summary = "Ein Vorgang mit seinem Verlauf")
    @ApiResponse(responseCode = "200", description = "Der Vorgang")
    @ApiResponse(responseCode = "404", ref = PROBLEM)
    Detail journey(@PathVariable String id) {
        return journal.journey(id)
                .map(journey -> new Detail(
                        Summary.of(journey, names),
                        journal.steps(id).stream().map(JourneyJson.StepJson::of).toList()))
                .orElseThrow(UnknownJourney::new);
    }

    @GetMapping("/api/v1/journeys")
    @Operation(summary = "Vorgänge, die neuesten zuerst")
    @ApiResponse(responseCode = "200", description = "Eine Seite; next führt zur nächsten")
    @ApiResponse(responseCode = "400", ref = PROBLEM)
    Page journeys(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String messageId,
            @RequestParam(required = false) @Nullable String businessKey,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.max(1, Math.min(limit, MOST));
        Filter filter = new Filter(
                text,
                state == null ? null : JourneyState.of(state),
                service,
                procedure,
                messageId,
                businessKey,
                from,
                until,
                before);
        List<Summary> page = journal.journeys(filter, size).stream()
                .map(journey -> Summary.of(journey, names))
                .toList();
        return new Page(
                page, page.size() < size ? null : page.get(page.size() - 1).journeyId());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    ProblemDetail unknown(UnknownJourney e) {
        return problem(HttpStatus.NOT_FOUND, "Nicht gefunden", e);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    ProblemDetail away(DataAccessException e) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Zurzeit nicht möglich",
                HubException.temporary("database-away", ErrorPages.NO_DATABASE, e));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ProblemDetail wrong(HubException e) {
        return problem(HttpStatus.BAD_REQUEST, "Nicht verstanden", e);
    }

    private static ProblemDetail problem(HttpStatus status, String title, HubException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, e.sentence());
        problem.setType(URI.create("urn:stadtbus:problem:" + e.problemCode()));
        problem.setTitle(title);
        problem.setProperty("code", e.problemCode());
        return problem;
    }
}
