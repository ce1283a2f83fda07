package org.stadtbus.console;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Failures on the screens, and only there, as a page with a sentence; never a stack trace. The API answers for itself. */
@ControllerAdvice(assignableTypes = {JourneyList.class, JourneyPage.class, PayloadPage.class, AccountPages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);

    @ExceptionHandler
    ModelAndView hub(HubException e, HttpServletRequest request) {
        return e.kind() == FailureKind.TRANSIENT
                ? page(request, HttpStatus.SERVICE_UNAVAILABLE, ErrorPages.NOT_NOW, e.sentence())
                : page(request, HttpStatus.NOT_FOUND, "Nicht gefunden", e.sentence());
    }

    @ExceptionHandler
    ModelAndView database(DataAccessException e, HttpServletRequest request) {
        LOG.warn("A page could not be read from the database: {}", e.getClass().getSimpleName());
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, ErrorPages.NOT_NOW, ErrorPages.NO_DATABASE);
    }

    @ExceptionHandler
    ModelAndView unexpected(RuntimeException e, HttpServletRequest request) {
        LOG.error("A page failed", e);
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, ErrorPages.NOT_NOW, ErrorPages.GOES_ON);
    }

    static ModelAndView page(HttpServletRequest request, HttpStatus status, String title, String sentence) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("title", title);
        page.addObject("sentence", sentence);
        page.addObject("account", account(request));
        return page;
    }

    /** Name of the account that is logged in; empty for nobody. */
    @ModelAttribute("account")
    static String account(HttpServletRequest request) {
        String account = request.getRemoteUser();
        return account == null ? "" : account;
    }
}
