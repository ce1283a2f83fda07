package org.stadtbus.sandbox.applicant;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.Sample.Channel;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.FitConnectSender;
import org.stadtbus.sandbox.http.Client;

/** Sends sample applications by FIT-Connect and REST, each once, however often it is started. */
public final class Applicants {
    private static final String FORM = "urn:stadtbus:form:bauantrag:1.0";
    private static final int SERVER_ERROR = 500;

    private final FitConnectSender portal;
    private final Client onlineForm;
    private final SentLog log;

    /**
     * @param portal sends through FIT-Connect
     * @param onlineForm the city's own form, a client of the hub
     * @param folder where the applicants remember what they sent
     */
    public Applicants(FitConnectSender portal, Client onlineForm, Path folder) {
        this.portal = portal;
        this.onlineForm = onlineForm;
        this.log = new SentLog(folder.resolve("gesendet.jsonl"));
    }

    /**
     * Sends the sample unless it was sent before.
     *
     * @param hub base address of the hub
     * @return the reference its journey can be found by
     * @throws IOException when hub or delivery point were not there; send again later
     */
    public String send(Sample sample, URI hub) throws IOException {
        return sample.channel() == Channel.REST ? rest(sample, hub) : fitConnect(sample);
    }

    private String fitConnect(Sample sample) throws IOException {
        Draft draft = draft(sample);
        SentLog.Entry entry = log.find(sample.name()).orElse(null);
        if (entry == null) {
            FitConnectSender.Announced ids = portal.announce(draft);
            entry = log.put(sample.name(), new SentLog.Entry(ids.submissionId(), ids.caseId(), false));
        }
        if (!entry.submitted()) {
            portal.submit(new FitConnectSender.Announced(entry.reference(), entry.caseId()), draft);
            log.put(sample.name(), new SentLog.Entry(entry.reference(), entry.caseId(), true));
        }
        return entry.reference();
    }

    private String rest(Sample sample, URI hub) throws IOException {
        SentLog.Entry entry = log.find(sample.name())
                .orElseGet(() -> log.put(
                        sample.name(), new SentLog.Entry(UUID.randomUUID().toString(), "", false)));
        if (!entry.submitted()) {
            for (int i = 0; i < (sample.twice() ? 2 : 1); i++) {
                post(new OnlineForm(onlineForm, hub), sample, entry.reference());
            }
            log.put(sample.name(), new SentLog.Entry(entry.reference(), "", true));
        }
        return entry.reference();
    }

    private static void post(OnlineForm form, Sample sample, String key) throws IOException {
        int status = form.submit(sample, key).statusCode();
        if (status >= SERVER_ERROR) {
            throw new IOException("The hub answered HTTP " + status);
        }
    }

    private static Draft draft(Sample sample) {
        return new Draft(
                OnlineForm.SERVICE, FORM, Json.bytes(sample.form()), SampleFiles.of(sample), sample.tampering());
    }
}
