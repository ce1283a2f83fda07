package org.stadtbus.sandbox.applicant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stadtbus.sandbox.bauportal.BuildingPortal;
import org.stadtbus.sandbox.bauportal.BuildingPortal.Plan;
import org.stadtbus.sandbox.bauportal.PortalForm;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.xta.XtaFault;

/** Sends sample applications through the state's building portal, each once, however often it is started. */
public final class PortalUser {
    private final BuildingPortal portal;
    private final SentLog log;

    /** @param folder where it remembers what it sent */
    public PortalUser(BuildingPortal portal, Path folder) {
        this.portal = portal;
        this.log = new SentLog(folder.resolve("im-bauportal.jsonl"));
    }

    /**
     * Sends the sample unless it was sent before.
     *
     * @return the message id of XTA its journey can be found by
     * @throws IOException when the hub was not there, or not ready to take it; send again later
     */
    public String send(Sample sample) throws IOException {
        try {
            SentLog.Entry entry = log.find(sample.name()).orElse(null);
            if (entry == null) {
                String caseName = UUID.randomUUID().toString();
                entry = log.put(sample.name(), new SentLog.Entry(portal.announce(), caseName, false));
            }
            if (!entry.submitted()) {
                submit(sample, entry);
                log.put(sample.name(), new SentLog.Entry(entry.reference(), entry.caseId(), true));
            }
            return entry.reference();
        } catch (XtaFault fault) {
            throw new IOException("The hub answered " + fault.getMessage(), fault);
        }
    }

    private void submit(Sample sample, SentLog.Entry entry) throws XtaFault, IOException {
        String messageId = UUID.nameUUIDFromBytes(entry.caseId().getBytes(StandardCharsets.UTF_8))
                .toString();
        List<Plan> plans = plans(sample);
        portal.send(entry.reference(), PortalForm.of(messageId, entry.caseId(), plans), plans);
    }

    private static List<Plan> plans(Sample sample) throws IOException {
        List<Plan> plans = new ArrayList<>();
        for (Draft.File file : SampleFiles.of(sample)) {
            try (InputStream in = file.bytes().get()) {
                plans.add(new Plan(file.id(), file.filename(), in.readAllBytes()));
            }
        }
        return plans;
    }
}
