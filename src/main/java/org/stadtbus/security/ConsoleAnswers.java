package org.stadtbus.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Says no at the console: to the log-in where it helps, 403 where a role or the form's token is missing, 404 for all that is
 * not there. The error page words it.
 */
final class ConsoleAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Pattern PAGES = Pattern.compile("/|/vorgaenge/[^/]+(/nutzdaten/[^/]+)?");

    private final AuthenticationEntryPoint login;

    ConsoleAnswers(String loginPage) {
        this.login = new LoginUrlAuthenticationEntryPoint(loginPage);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (isPage(request)) {
            login.commence(request, response, e);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean there = e instanceof CsrfException || isPage(request);
        response.sendError((there ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
    }

    private static boolean isPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && PAGES.matcher(request.getServletPath()).matches();
    }
}
