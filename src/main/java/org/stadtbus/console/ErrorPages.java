package org.stadtbus.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a browser shows when a request ends outside the controllers: refused, unknown or broken; always a sentence. */
@Component
class ErrorPages implements ErrorViewResolver {
    static final String NOT_NOW = "Zurzeit nicht möglich";
    static final String NO_DATABASE =
            "Die Datenbank der Konsole ist zurzeit nicht nutzbar. Anträge werden weiter angenommen "
                    + "und zugestellt; hier erscheinen sie, sobald die Datenbank wieder da ist.";
    static final String GOES_ON =
            "Die Seite kann gerade nicht gezeigt werden. Die Vorgänge laufen davon unberührt weiter.";

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return switch (status) {
            case FORBIDDEN ->
                HttpMethod.POST.matches(request.getMethod())
                        ? ConsoleErrors.page(
                                request,
                                status,
                                "Nicht angenommen",
                                "Die Seite war zu lange offen, oder die Anfrage kam nicht von ihr. "
                                        + "Bitte die Seite neu laden und es noch einmal versuchen.")
                        : ConsoleErrors.page(
                                request,
                                status,
                                "Kein Zugriff",
                                "Ihr Konto hat nicht die Rolle, die diese Seite verlangt.");
            case NOT_FOUND ->
                ConsoleErrors.page(
                        request, status, "Nicht gefunden", "Diese Seite gibt es nicht. Vielleicht fehlt ein Zeichen.");
            default ->
                status.is4xxClientError()
                        ? ConsoleErrors.page(
                                request,
                                status,
                                "Nicht verstanden",
                                "Mit dieser Anfrage kann die Konsole nichts anfangen.")
                        : ConsoleErrors.page(request, status, NOT_NOW, GOES_ON);
        };
    }
}
