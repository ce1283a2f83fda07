package org.stadtbus.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.pressure.Busy;
import org.stadtbus.vault.Vault;

/**
 * {@code POST /api/v1/services/{leikaKey}/applications}: applications of the city's own online forms.
 *
 * <p>JSON alone, or multipart with part {@code form} (JSON) and one part per attachment whose name is its purpose. Query
 * parameter {@code formSchema} names the form version, needed only where a service knows several.
 */
@RestController
@Tag(name = "Abgeben")
class ApplicationController {
    private static final String PATH = "/api/v1/services/{service}/applications";
    private static final String FORM = "form";
    private static final String PLAIN = "identity";

    private final Intake intake;
    private final Catalogue catalogue;
    private final Vault vault;
    private final IntakeProperties properties;

    ApplicationController(Intake intake, Catalogue catalogue, Vault vault, IntakeProperties properties) {
        this.intake = intake;
        this.catalogue = catalogue;
        this.vault = vault;
        this.properties = properties;
    }

    /** What the caller says beside the form. */
    private record Labels(Sender sender, @Nullable String formSchema, boolean test) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Einen Antrag abgeben",
            description =
                    "Kopfzeile Idempotency-Key: dieselbe Sendung noch einmal wird erkannt. Mit Anlagen als multipart/form-data:"
                            + " Teil form mit dem JSON, je Anlage ein Teil, dessen Name ihr Zweck ist.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                                @Content(mediaType = "multipart/form-data", schema = @Schema(type = "object"))
                            }))
    @Accepted
    ResponseEntity<Map<String, String>> json(
            @RequestParam(required = false) @Nullable String formSchema,
            @RequestHeader(name = "Stadtbus-Test", defaultValue = "false") boolean test,
            HttpServletRequest request) {
        Labels labels = new Labels(sender(request), formSchema, test);
        requirePlain(request, labels.sender());
        return accept(labels, read(request, labels.sender()), List.of());
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Einen Antrag abgeben")
    @Accepted
    ResponseEntity<Map<String, String>> multipart(
            @RequestParam(required = false) @Nullable String formSchema,
            @RequestHeader(name = "Stadtbus-Test", defaultValue = "false") boolean test,
            HttpServletRequest request)
            throws IOException {
        Labels labels = new Labels(sender(request), formSchema, test);
        List<Attachment> attachments = new ArrayList<>();
        byte[] form = new byte[0];
        for (Part part : parts(request, labels.sender())) {
            if (!part.getName().equals(FORM)) {
                requireOffered(labels.sender());
                attachments.add(store(part, attachments.size() + 1, labels.sender()));
            } else if (form.length == 0) {
                form = Bodies.read(part.getInputStream(), properties.maxForm().toBytes());
            } else {
                throw refused(
                        labels.sender(),
                        HubException.rejected("not-multipart", "Die Sendung enthält mehr als einen Teil »form«."));
            }
        }
        return accept(labels, form, attachments);
    }

    private static Sender sender(HttpServletRequest request) {
        return Sender.of(request)
                .orElseThrow(() -> new IllegalStateException("The rules let nobody in without a token"));
    }

    private void requirePlain(HttpServletRequest request, Sender sender) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase(PLAIN)) {
            read(request, sender);
            throw refused(
                    sender,
                    HubException.rejected(
                            "compressed", "Die Sendung ist komprimiert; bitte ohne Content-Encoding senden."));
        }
    }

    private Collection<Part> parts(HttpServletRequest request, Sender sender) {
        try {
            return request.getParts();
        } catch (IOException | ServletException | IllegalStateException e) {
            throw refused(sender, RefusedRequest.notMultipart());
        }
    }

    private byte[] read(HttpServletRequest request, Sender sender) {
        try {
            return Bodies.read(request.getInputStream(), properties.maxForm().toBytes());
        } catch (IOException e) {
            throw refused(sender, HubException.rejected("broken-off", "Die Sendung ist mittendrin abgebrochen."));
        }
    }

    /** Nothing is stored for a service the city does not offer. */
    private void requireOffered(Sender sender) {
        if (catalogue.findRoute(sender.service()).isEmpty()) {
            throw refused(sender, ApplicationCheck.unknownService(sender.service()));
        }
    }

    private Attachment store(Part part, int number, Sender sender) throws IOException {
        String name = part.getSubmittedFileName();
        String type = part.getContentType();
        try (InputStream in = part.getInputStream()) {
            Vault.Stored stored =
                    vault.store(sender.service(), in, properties.maxAttachment().toBytes());
            return new Attachment(
                    Ids.derived(stored.sha256(), String.valueOf(number)),
                    FileNames.safe(name == null || name.isBlank() ? "anlage-" + number : name),
                    type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                    part.getName(),
                    stored.size(),
                    stored.sha256());
        } catch (HubException e) {
            throw e.kind() == FailureKind.REJECTED ? refused(sender, e) : e;
        }
    }

    private RefusedApplication refused(Sender sender, HubException why) {
        return Refusals.journalled(intake, sender.refusal(why));
    }

    private ResponseEntity<Map<String, String>> accept(Labels labels, byte[] form, List<Attachment> attachments) {
        Sender sender = labels.sender();
        Intake.Accepted accepted;
        try {
            accepted = intake.accept(new Application(
                    Sender.CHANNEL,
                    sender.reference(),
                    sender.key(),
                    sender.service(),
                    formSchema(labels),
                    form,
                    null,
                    labels.test(),
                    attachments));
        } catch (Busy e) {
            throw e;
        } catch (HubException e) {
            throw new RefusedApplication(e, intake.journeyId(Sender.CHANNEL, sender.reference()));
        }
        String status = "/api/v1/journeys/" + accepted.journeyId() + "/status";
        return ResponseEntity.accepted()
                .location(URI.create(status))
                .body(Map.of("journeyId", accepted.journeyId(), "status", status));
    }

    private String formSchema(Labels labels) {
        String named = labels.formSchema();
        return named == null
                ? catalogue
                        .findRoute(labels.sender().service())
                        .flatMap(route -> route.onlyFormSchema())
                        .orElse("")
                : named;
    }
}
