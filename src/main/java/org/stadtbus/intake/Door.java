package org.stadtbus.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.stadtbus.pressure.Busy;
import org.stadtbus.pressure.CallRates;
import org.stadtbus.pressure.Gate;
import org.stadtbus.pressure.Uploads;

/** Refuses before a byte of the body is read: while the hub has no room, and callers who are too fast or send too much at once. */
final class Door extends OncePerRequestFilter {
    private final Gate gate;
    private final CallRates rates;
    private final Uploads uploads;
    private final HandlerExceptionResolver refusals;

    /** @param refusals words a refusal as the controllers' own are worded */
    Door(Gate gate, CallRates rates, Uploads uploads, HandlerExceptionResolver refusals) {
        this.gate = gate;
        this.rates = rates;
        this.uploads = uploads;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        String client = caller == null ? "" : caller.getName();
        try {
            rates.count(client);
            gate.requireRoom();
        } catch (Busy busy) {
            refusals.resolveException(request, response, null, busy);
            return;
        }
        if (isMultipart(request)) {
            upload(request, response, chain, client);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void upload(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String client)
            throws ServletException, IOException {
        Uploads.Upload upload;
        try {
            upload = uploads.begin(client, request.getContentLengthLong());
        } catch (Busy busy) {
            refusals.resolveException(request, response, null, busy);
            return;
        }
        try (upload) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
