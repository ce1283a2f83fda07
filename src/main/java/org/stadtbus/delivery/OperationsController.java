package org.stadtbus.delivery;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/operations/procedures}: how deliveries stand, and orders to pause, resume and drain; scope {@code operations}. */
@RestController
class OperationsController {
    private final Outlets outlets;

    OperationsController(Outlets outlets) {
        this.outlets = outlets;
    }

    /** A procedure's deliveries as JSON; what is not known is left out or null. */
    record Json(
            String procedure,
            String name,
            String activity,
            String label,
            @Nullable String orderedBy,
            @Nullable Instant since,
            @Nullable Instant until,
            long waiting,
            long postponed,
            @Nullable Instant oldest) {

        static Json of(OutletState state) {
            return new Json(
                    state.procedure(),
                    state.name(),
                    state.activity().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    state.activity().label(),
                    state.orderedBy(),
                    state.since().orElse(null),
                    state.until().orElse(null),
                    state.waiting(),
                    state.postponed(),
                    state.oldest().orElse(null));
        }
    }

    @GetMapping("/api/v1/operations/procedures")
    @Operation(summary = "Wie es um die Zustellungen an alle angebundenen Fachverfahren steht")
    List<Json> all() {
        return outlets.all().stream().map(Json::of).toList();
    }

    @GetMapping("/api/v1/operations/procedures/{id}")
    @Operation(summary = "Wie es um die Zustellungen an ein Fachverfahren steht")
    Json one(@PathVariable String id) {
        return Json.of(outlets.state(id));
    }

    @PostMapping("/api/v1/operations/procedures/{id}/pause")
    @Operation(summary = "Zustellungen anhalten; Nachrichten warten in ihrer Reihenfolge")
    Json pause(@PathVariable String id, Principal caller) {
        return Json.of(outlets.pause(id, caller.getName()));
    }

    @PostMapping("/api/v1/operations/procedures/{id}/resume")
    @Operation(summary = "Zustellungen wieder aufnehmen")
    Json resume(@PathVariable String id, Principal caller) {
        return Json.of(outlets.resume(id, caller.getName()));
    }

    @PostMapping("/api/v1/operations/procedures/{id}/drain")
    @Operation(summary = "Zustellen, was bis jetzt wartet, danach anhalten")
    Json drain(@PathVariable String id, Principal caller) {
        return Json.of(outlets.drain(id, caller.getName()));
    }
}
