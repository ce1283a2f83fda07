package org.stadtbus.sandbox.owi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stadtbus.sandbox.applicant.PlanPdf;

/**
 * An objection against a fine as the fines office exports it, format {@code urn:stadtbus:owi:einspruch:1}.
 *
 * @param number file number of the fines office, letters, digits and dots
 * @param charge what the person is said to have done; empty when the clerk forgot it
 * @param withFine whether the fine itself is among the documents
 */
public record Objection(String number, String charge, boolean withFine) {

    /** Name of its file. */
    public String file() {
        return number + ".xml";
    }

    /** Names and contents of its documents; the same each time. */
    public Map<String, byte[]> documents() {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        kinds().forEach((kind, name) -> documents.put(name, PlanPdf.of(name, number, 0)));
        return documents;
    }

    private Map<String, String> kinds() {
        String own = number.replace('.', '-') + ".pdf";
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("einspruch", "Einspruch_" + own);
        if (withFine) {
            kinds.put("bescheid", "Bescheid_" + own);
        }
        kinds.put("zustellung", "Zustellung_" + own);
        return kinds;
    }

    /** The objection itself. */
    public String xml() {
        String documents = kinds().entrySet().stream()
                .map(kind -> "    <datei art=\"" + kind.getKey() + "\" name=\"" + kind.getValue() + "\"/>")
                .collect(Collectors.joining("\n"));
        return text().replace("{number}", number)
                .replace("{charge}", charge.isEmpty() ? "" : "<tatvorwurf>" + charge + "</tatvorwurf>")
                .replace("{documents}", documents);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Objection.class.getResourceAsStream("einspruch.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
