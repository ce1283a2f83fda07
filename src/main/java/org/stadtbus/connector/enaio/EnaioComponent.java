package org.stadtbus.connector.enaio;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.stadtbus.connector.EndpointParameters;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.vault.Vault;

/**
 * The {@code enaio:} component. {@code enaio:ablegen} files the message of the exchange in the eAkte, {@code enaio:version} makes it the
 * new version of a document, {@code enaio:notiz} a note, {@code enaio:abholen} fetches what is marked for the hub; the parameters are those
 * of the Kamelets {@code enaio-sink} and {@code enaio-source}. A missing or misspelt one fails when the Kamelet is first used.
 */
@org.springframework.stereotype.Component("enaio-component")
public class EnaioComponent extends DefaultComponent {
    private final Vault vault;

    /** @param vault where the attachments lie */
    public EnaioComponent(Vault vault) {
        this.vault = vault;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        EndpointParameters read = new EndpointParameters("enaio:" + operation, parameters);
        return operation.equals("abholen") ? source(uri, read) : new EnaioEndpoint(uri, this, work(operation, read));
    }

    private Endpoint source(String uri, EndpointParameters read) {
        EnaioSettings settings = settings(read, "");
        EnaioHttp http = new EnaioHttp(settings);
        EnaioClient enaio = new EnaioClient(http);
        Outbox.Mark mark = new Outbox.Mark(
                read.required("markField"), read.required("waiting"), read.required("taken"), read.required("refused"));
        long largest = DataSize.parse(read.required("maxAttachment")).toBytes();
        Outbox outbox = new Outbox(enaio, settings.documentType(), mark);
        String procedure = read.required("procedure");
        Downloads downloads = new Downloads(enaio, http, vault, procedure, largest);
        return new PostEndpoint(
                uri,
                this,
                new PostEndpoint.Fetch(
                        (endpoint, processor) -> new EnaioConsumer(endpoint, processor, outbox, downloads, procedure),
                        Duration.ofMillis(read.number("delay"))));
    }

    private Work work(String operation, EndpointParameters read) {
        EnaioSettings settings = settings(read, Query.name(read.required("caseType")));
        EnaioClient enaio = new EnaioClient(new EnaioHttp(settings));
        CaseFiles cases = new CaseFiles(
                enaio, settings.caseType(), read.optional("filePlan"), keys(read.optional("fileNumberServices")));
        Documents documents = new Documents(enaio, settings.documentType());
        Wanted wanted = new Wanted(read.required("searchField"), Wanted.Value.named(read.required("searchValue")));
        Noting.Noted noted = noted(read.required("noteOn"), cases, documents, wanted);
        return switch (operation) {
            case "ablegen" -> new Filing(cases, documents, new Parts(vault));
            case "version" -> new Versioning(documents, new Parts(vault), wanted);
            case "notiz" -> new Noting(enaio, noted);
            default ->
                throw new IllegalArgumentException(
                        "enaio:" + operation + " gibt es nicht; erlaubt sind ablegen, version, notiz und abholen");
        };
    }

    private static Set<String> keys(String list) {
        return Set.copyOf(StringUtils.commaDelimitedListToSet(StringUtils.trimAllWhitespace(list)));
    }

    private static Noting.Noted noted(String noteOn, CaseFiles cases, Documents documents, Wanted wanted) {
        return switch (noteOn) {
            case "vorgang" -> cases::of;
            case "schriftstueck" -> message -> documents.one(wanted, message);
            default -> throw new IllegalArgumentException("noteOn ist vorgang oder schriftstueck, nicht " + noteOn);
        };
    }

    private static EnaioSettings settings(EndpointParameters read, String caseType) {
        return new EnaioSettings(
                URI.create(read.required("url").replaceAll("/+$", "")),
                read.required("username"),
                read.required("password"),
                caseType,
                Query.name(read.required("documentType")),
                Duration.ofMillis(Long.parseLong(read.required("connectTimeout"))),
                Duration.ofMillis(Long.parseLong(read.required("responseTimeout"))));
    }
}
