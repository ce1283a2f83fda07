package org.stadtbus.sandbox.bauportal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.bauportal.BuildingPortal.Plan;

/** The application filled in at the portal, as XBau 2.6 {@code baugenehmigung.antrag.0200}. */
public final class PortalForm {
    private static final String FORM = "antrag.xml";

    private PortalForm() {}

    /**
     * The message; its files are named with id, size and SHA-256.
     *
     * @param messageId UUID of the message
     * @param caseName UUID under which the portal knows the application
     */
    public static byte[] of(String messageId, String caseName, List<Plan> plans) {
        String xbau = text().replace("{message}", messageId).replace("{case}", caseName);
        for (Plan plan : plans) {
            xbau = xbau.replace("{id:" + plan.filename() + "}", plan.id())
                    .replace("{size:" + plan.filename() + "}", String.valueOf(plan.pdf().length))
                    .replace("{sha256:" + plan.filename() + "}", Ids.sha256(plan.pdf()));
        }
        return xbau.getBytes(StandardCharsets.UTF_8);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(PortalForm.class.getResourceAsStream(FORM))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
