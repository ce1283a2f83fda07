package org.stadtbus.intake;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.vault.Vault;

/**
 * {@code POST /api/v1/services/{leikaKey}/applications}: applications of the city's own online forms.
 *
 * <p>JSON alone, or multipart with part {@code form} (JSON) and one part per attachment whose name is its purpose. Query
 * parameter {@code formSchema} names the form version, needed only where a service knows several.
 */
@RestController
class ApplicationController {
    private static final String CHANNEL = "rest";
    private static final String PATH = "/api/v1/services/{service}/applications";

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

    /** How the caller marks his application. */
    private record Labels(String service, String formSchema, String key, String client, boolean test) {
        /** Keys of two clients are never the same. */
        String reference() {
            return client + ":" + key;
        }
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> json(
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String formSchema,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Stadtbus-Test", defaultValue = "false") boolean test,
            Principal caller,
            HttpServletRequest request)
            throws IOException {
        return accept(labels(service, formSchema, key, caller, test), read(request.getInputStream()), List.of());
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, String>> multipart(
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String formSchema,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Stadtbus-Test", defaultValue = "false") boolean test,
            Principal caller,
            HttpServletRequest request)
            throws IOException, ServletException {
        Labels labels = labels(service, formSchema, key, caller, test);
        List<Attachment> attachments = new ArrayList<>();
        byte[] form = new byte[0];
        for (Part part : request.getParts()) {
            if (part.getName().equals("form")) {
                form = read(part.getInputStream());
            } else {
                attachments.add(store(part, attachments.size() + 1, labels));
            }
        }
        return accept(labels, form, attachments);
    }

    private Labels labels(
            String service, @Nullable String formSchema, @Nullable String key, Principal caller, boolean test) {
        String schema = formSchema == null
                ? catalogue
                        .findRoute(service)
                        .flatMap(route -> route.onlyFormSchema())
                        .orElse("")
                : formSchema;
        return new Labels(service, schema, key == null ? UUID.randomUUID().toString() : key, caller.getName(), test);
    }

    private byte[] read(InputStream in) throws IOException {
        return in.readNBytes(Math.toIntExact(properties.maxForm().toBytes()) + 1);
    }

    private Attachment store(Part part, int number, Labels labels) throws IOException {
        String name = part.getSubmittedFileName();
        String type = part.getContentType();
        try (InputStream in = part.getInputStream()) {
            Vault.Stored stored = vault.store(in, properties.maxAttachment().toBytes());
            return new Attachment(
                    Ids.derived(stored.sha256(), String.valueOf(number)),
                    FileNames.safe(name == null || name.isBlank() ? "anlage-" + number : name),
                    type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                    part.getName(),
                    stored.size(),
                    stored.sha256());
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            throw new RefusedApplication(
                    e,
                    intake.refuse(new Intake.Refusal(CHANNEL, labels.reference(), labels.key(), labels.service(), e)));
        }
    }

    private ResponseEntity<Map<String, String>> accept(Labels labels, byte[] form, List<Attachment> attachments) {
        String reference = labels.reference();
        Intake.Accepted accepted;
        try {
            accepted = intake.accept(new Application(
                    CHANNEL,
                    reference,
                    labels.key(),
                    labels.service(),
                    labels.formSchema(),
                    form,
                    null,
                    labels.test(),
                    attachments));
        } catch (HubException e) {
            throw new RefusedApplication(e, intake.journeyId(CHANNEL, reference));
        }
        String status = "/api/v1/journeys/" + accepted.journeyId() + "/status";
        return ResponseEntity.accepted()
                .location(URI.create(status))
                .body(Map.of("journeyId", accepted.journeyId(), "status", status));
    }
}
