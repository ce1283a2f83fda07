package org.stadtbus.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/procedures/{id}/messages}: a procedure hands over a message once and can rely on it. */
@RestController
@Tag(name = "Abgeben")
class ProcedureMessageController {
    private final AnswerIntake intake;
    private final IntakeProperties properties;

    ProcedureMessageController(AnswerIntake intake, IntakeProperties properties) {
        this.intake = intake;
        this.properties = properties;
    }

    @PostMapping("/api/v1/procedures/{id}/messages")
    @Operation(
            summary = "Eine Nachricht eines Fachverfahrens abgeben",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string"))))
    @Accepted
    ResponseEntity<Map<String, String>> message(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            jakarta.servlet.http.HttpServletRequest request)
            throws IOException {
        byte[] bytes =
                Bodies.read(request.getInputStream(), properties.maxAnswer().toBytes());
        String messageId = intake.takeInChecked(Incoming.xml(id, key == null ? "" : key, bytes));
        return ResponseEntity.accepted().body(Map.of("messageId", messageId));
    }
}
