package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.intake.Application;

/** Opens a submission and checks every part against its metadata. */
final class SubmissionOpener {
    /** The channel's name in the hub. */
    static final String CHANNEL = "fit-connect";

    private static final String FORM_TYPE = "application/json";
    private static final Pattern SERVICE = Pattern.compile("urn:de:fim:leika:leistung:(\\d{14})");

    private final List<RSAKey> keys;
    private final MetadataReader metadataReader;
    private final AttachmentLoader attachments;

    SubmissionOpener(List<RSAKey> keys, MetadataReader metadataReader, AttachmentLoader attachments) {
        this.keys = keys;
        this.metadataReader = metadataReader;
        this.attachments = attachments;
    }

    /** The LeiKa key in a service identifier; empty when it is none. */
    static String service(String identifier) {
        Matcher matcher = SERVICE.matcher(identifier);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /**
     * Opens all parts; when this returns the attachments are in the vault.
     *
     * @throws org.stadtbus.envelope.HubException rejected when a part is not what it should be (mostly {@link Refused}), else as
     *     the API's failures
     */
    Opened open(Submission submission) {
        Metadata metadata = metadataReader.read(SealedText.open(submission.encryptedMetadata(), keys, Part.METADATA));
        String service = announcedService(submission, metadata);
        byte[] form = form(submission, metadata);
        requireSameAttachments(submission, metadata);
        Map<String, String> tags = new TreeMap<>();
        List<Attachment> stored = new ArrayList<>();
        for (Metadata.File file : metadata.files()) {
            AttachmentLoader.Loaded loaded = attachments.load(submission.ids(), service, file);
            stored.add(loaded.attachment());
            tags.put(file.id(), loaded.tag());
        }
        Application application = new Application(
                CHANNEL,
                submission.ids().submissionId(),
                submission.ids().submissionId(),
                service,
                metadata.formSchema(),
                form,
                submission.ids().caseId(),
                metadata.test(),
                stored);
        return new Opened(
                application,
                new Opened.Tags(
                        CompactJwe.tag(submission.encryptedMetadata()),
                        CompactJwe.tag(submission.encryptedData()),
                        tags));
    }

    /** What the sealed metadata say counts; what was announced in the open only where they say nothing. */
    private static String announcedService(Submission submission, Metadata metadata) {
        String identifier =
                metadata.serviceIdentifier().isEmpty() ? submission.serviceIdentifier() : metadata.serviceIdentifier();
        String service = service(identifier);
        if (service.isEmpty()) {
            throw new Refused(
                    "unknown-service",
                    Part.SUBMISSION,
                    "nennt keine Leistung in der Form urn:de:fim:leika:leistung:….");
        }
        return service;
    }

    private byte[] form(Submission submission, Metadata metadata) {
        if (!metadata.formType().equals(FORM_TYPE)) {
            throw new Refused(
                    "unknown-form", Part.DATA, "ist kein JSON; andere Formate nimmt die Stadt hier nicht an.");
        }
        byte[] form = SealedText.open(submission.encryptedData(), keys, Part.DATA);
        try {
            if (Sha512.matches(new ByteArrayInputStream(form), metadata.formHash())) {
                return form;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new Refused(Refused.HASH, Part.DATA, "hat eine andere Prüfsumme, als die Metadaten nennen.");
    }

    private static void requireSameAttachments(Submission submission, Metadata metadata) {
        Set<String> described = new TreeSet<>();
        metadata.files().forEach(file -> described.add(file.id()));
        if (!described.equals(submission.attachments())) {
            throw new Refused(
                    Refused.ATTACHMENTS, Part.SUBMISSION, "enthält andere Anlagen, als die Metadaten beschreiben.");
        }
    }
}
