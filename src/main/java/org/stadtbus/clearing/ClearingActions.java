package org.stadtbus.clearing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stadtbus.clearing.ClearingJson.Case;
import org.stadtbus.clearing.ClearingJson.FilterJson;
import org.stadtbus.clearing.ClearingJson.PreviewJson;
import org.stadtbus.clearing.ClearingJson.RedirectJson;
import org.stadtbus.clearing.ClearingJson.RepairJson;
import org.stadtbus.clearing.ClearingJson.RunJson;
import org.stadtbus.clearing.ClearingJson.WishJson;
import org.stadtbus.envelope.HubException;

/** {@code POST /api/v1/clearing…}: what people decide about messages that wait for them. */
@RestController
@Tag(name = "Klärfälle")
@ApiResponse(responseCode = "200", description = "Geschehen; die Listen zeigen es nach wenigen Sekunden")
@ApiResponse(responseCode = "400", ref = "#/components/responses/Problem")
@ApiResponse(responseCode = "404", ref = "#/components/responses/Problem")
@ApiResponse(responseCode = "409", ref = "#/components/responses/Problem")
@ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
class ClearingActions {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Desk desk;
    private final ReplayRun runs;
    private final DuplicateRisk risk;

    ClearingActions(Desk desk, ReplayRun runs, DuplicateRisk risk) {
        this.desk = desk;
        this.runs = runs;
        this.risk = risk;
    }

    @PostMapping("/api/v1/clearing/{id}/replay")
    @Operation(summary = "Die Nachricht noch einmal auf den Weg bringen; ihre Kennung bleibt")
    Desk.Done replay(@PathVariable String id, @Valid @RequestBody WishJson wish, Principal who) {
        return desk.replay(Clerks.of(who), id, wish.wish());
    }

    @PostMapping("/api/v1/clearing/{id}/repair")
    @Operation(summary = "Die Nutzdaten ersetzen; sie werden geprüft wie in der Linie, die alten bleiben erhalten")
    Desk.Done repair(@PathVariable String id, @Valid @RequestBody RepairJson repair, Principal who) {
        if (repair.payload().length == 0 || repair.payload().length > MOST_BYTES) {
            throw HubException.rejected("payload-size", "Die neuen Nutzdaten sind leer oder größer als 10 MB.");
        }
        return desk.repair(Clerks.of(who), id, repair.payload(), repair.wish());
    }

    @PostMapping("/api/v1/clearing/{id}/release")
    @Operation(summary = "Ersetzte Nutzdaten als zweite Person freigeben und auf den Weg bringen")
    Desk.Done release(@PathVariable String id, @Valid @RequestBody WishJson wish, Principal who) {
        return desk.release(Clerks.of(who), id, wish.wish());
    }

    @PostMapping("/api/v1/clearing/{id}/redirect")
    @Operation(summary = "Die Nachricht an ein anderes angebundenes Fachverfahren schicken")
    Desk.Done redirect(@PathVariable String id, @Valid @RequestBody RedirectJson redirect, Principal who) {
        return desk.redirect(Clerks.of(who), id, redirect.procedure(), redirect.wish());
    }

    @PostMapping("/api/v1/clearing/{id}/reject")
    @Operation(summary = "Die Nachricht an ihren Absender zurückweisen; er liest die Begründung")
    Desk.Done reject(@PathVariable String id, @Valid @RequestBody WishJson wish, Principal who) {
        return desk.reject(Clerks.of(who), id, wish.wish());
    }

    @PostMapping("/api/v1/clearing/{id}/close")
    @Operation(summary = "Den Klärfall schließen, ohne die Nachricht zu senden")
    Desk.Done close(@PathVariable String id, @Valid @RequestBody WishJson wish, Principal who) {
        return desk.close(Clerks.of(who), id, wish.wish());
    }

    @PostMapping("/api/v1/clearing/preview")
    @Operation(summary = "Was ein Wiederholen vieler Klärfälle täte: Anzahl und Stichprobe")
    PreviewJson preview(@Valid @RequestBody FilterJson filter, Principal who) {
        ReplayRun.Preview preview = runs.preview(Clerks.of(who), filter.filter());
        return new PreviewJson(
                preview.count(),
                preview.awaitingRelease(),
                preview.sample().stream().map(c -> Case.of(c, risk)).toList(),
                preview.sampleDuplicateRisk());
    }

    @PostMapping("/api/v1/clearing/replays")
    @Operation(
            summary =
                    "Viele Klärfälle wiederholen, Teil für Teil; ein abgebrochener Lauf geht mit demselben Aufruf weiter")
    ReplayRun.Result replays(@Valid @RequestBody RunJson run, Principal who) {
        return runs.run(Clerks.of(who), run.filter().filter(), run.part());
    }
}
