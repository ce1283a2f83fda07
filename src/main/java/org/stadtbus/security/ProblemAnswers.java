package org.stadtbus.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says no at the API as problem+json (RFC 9457) with a German sentence. */
final class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {
    private static final String RETRY_SECONDS = "10";
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, "no-token", "Bitte mit einem gültigen Zugriffstoken aufrufen.");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        if (e instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "tokens-uncheckable",
                    "Zugriffstoken können zurzeit nicht geprüft werden. Bitte später noch einmal versuchen.");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "invalid-token",
                    "Das Zugriffstoken ist abgelaufen oder nicht gültig. Bitte ein neues holen.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, "forbidden", "Mit diesem Zugriffstoken ist das nicht erlaubt.");
    }

    private void write(HttpServletResponse response, HttpStatus status, String code, String sentence)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:stadtbus:problem:" + code);
        problem.put("title", status.is5xxServerError() ? "Zurzeit nicht möglich" : "Nicht erlaubt");
        problem.put("status", status.value());
        problem.put("detail", sentence);
        problem.put("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
