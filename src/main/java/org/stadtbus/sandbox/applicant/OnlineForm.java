package org.stadtbus.sandbox.applicant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.sandbox.http.Multipart;

/** The city's own online form: hands applications to the hub's REST intake. */
public final class OnlineForm {
    /** LeiKa key the sample applications are for (an assumption, see routes/bauantrag/route.yaml). */
    public static final String SERVICE = "99012018001000";

    private final Client client;
    private final URI applications;
    private final Map<String, List<Draft.File>> files = new ConcurrentHashMap<>();

    /**
     * @param client with the form's credentials
     * @param hub base address of the hub
     */
    public OnlineForm(Client client, URI hub) {
        this.client = client;
        this.applications = hub.resolve("/api/v1/services/" + SERVICE + "/applications");
    }

    /**
     * Sends the sample with its files.
     *
     * @param key Idempotency-Key: the same key is the same application
     * @throws IOException when no whole answer came
     */
    public HttpResponse<String> submit(Sample sample, String key) throws IOException {
        Multipart body = new Multipart().json("form", Json.bytes(sample.form()));
        files.computeIfAbsent(sample.name(), name -> SampleFiles.of(sample))
                .forEach(file -> body.file(file.purpose(), file.filename(), file.contentType(), file.bytes()));
        return client.call(
                "POST", applications, body.publisher(), "Content-Type", body.contentType(), "Idempotency-Key", key);
    }
}
