package org.stadtbus.connector.osci;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stadtbus.osci.Spooled;

/** {@code POST /osci/<procedure>}: an intermediary brings a message. Who it is, its signature says; anybody else gets a fault. */
@RestController
@ConditionalOnProperty("stadtbus.osci.passive.bundle")
class PassiveController {
    private final Map<String, PassiveReception> receptions;
    private final Path spool;
    private final long largest;

    PassiveController(PassiveReceptions receptions) {
        this.receptions = receptions.byProcedure();
        this.spool = receptions.spool();
        this.largest = receptions.maxMessage();
    }

    @PostMapping("/osci/{procedure}")
    void take(@PathVariable String procedure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PassiveReception reception = receptions.get(procedure);
        if (reception == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Path order;
        try {
            order = Spooled.keep(request.getInputStream(), spool, largest);
        } catch (Spooled.TooLarge tooLarge) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            answer(reception.take(order), response);
        } finally {
            Files.deleteIfExists(order);
        }
    }

    private static void answer(PassiveReception.Answer answer, HttpServletResponse response) throws IOException {
        try {
            response.setStatus(
                    answer.fault() ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : HttpServletResponse.SC_OK);
            response.setContentType("text/xml");
            response.setContentLengthLong(Files.size(answer.file()));
            Files.copy(answer.file(), response.getOutputStream());
        } finally {
            Files.deleteIfExists(answer.file());
        }
    }
}
