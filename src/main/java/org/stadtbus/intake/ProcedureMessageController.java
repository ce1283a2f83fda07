package org.stadtbus.intake;

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
class ProcedureMessageController {
    private final AnswerIntake intake;
    private final IntakeProperties properties;

    ProcedureMessageController(AnswerIntake intake, IntakeProperties properties) {
        this.intake = intake;
        this.properties = properties;
    }

    @PostMapping("/api/v1/procedures/{id}/messages")
    ResponseEntity<Map<String, String>> message(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            jakarta.servlet.http.HttpServletRequest request)
            throws IOException {
        byte[] bytes =
                Bodies.read(request.getInputStream(), properties.maxAnswer().toBytes());
        String messageId = intake.takeInChecked(id, key == null ? "" : key, bytes);
        return ResponseEntity.accepted().body(Map.of("messageId", messageId));
    }
}
