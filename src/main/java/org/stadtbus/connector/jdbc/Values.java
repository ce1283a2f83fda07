package org.stadtbus.connector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.standards.SecureXml;

/**
 * What a statement gets of a message, as text: what {@code parameters} says by XPath 3.1, and {@code messageId}, {@code journeyId},
 * {@code businessKey}, {@code payload} of every message.
 */
final class Values {
    private final Processor saxon = new Processor(false);
    private final Map<String, XPathExecutable> paths = new LinkedHashMap<>();

    /**
     * @param parameters {@code name = XPath}, separated by semicolons
     * @throws IllegalArgumentException when one of them is not of that form
     */
    Values(String parameters) {
        for (String each : parameters.split(";")) {
            if (!each.isBlank()) {
                add(each.strip());
            }
        }
    }

    private void add(String parameter) {
        String[] parts = parameter.split("=", 2);
        if (parts.length != 2 || !parts[0].strip().matches("[A-Za-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("»" + parameter + "« ist kein Parameter der Form name = XPath");
        }
        try {
            paths.put(parts[0].strip(), saxon.newXPathCompiler().compile(parts[1].strip()));
        } catch (SaxonApiException e) {
            throw new IllegalArgumentException("»" + parameter + "« ist kein gültiger XPath", e);
        }
    }

    /**
     * The values for one message; one that its path does not find is null.
     *
     * @throws HubException rejected when the message is not readable XML or holds more than one value for a parameter
     */
    MapSqlParameterSource of(Message message) {
        Envelope envelope = message.envelope();
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("messageId", envelope.messageId())
                .addValue("journeyId", envelope.journeyId())
                .addValue("businessKey", envelope.knownBusinessKey().orElse(null))
                .addValue("payload", new String(message.payload(), UTF_8));
        if (!paths.isEmpty()) {
            read(message.payload(), values);
        }
        return values;
    }

    private void read(byte[] payload, MapSqlParameterSource values) {
        try {
            XdmNode document = saxon.newDocumentBuilder().build(SecureXml.source(payload));
            for (Map.Entry<String, XPathExecutable> path : paths.entrySet()) {
                XPathSelector selector = path.getValue().load();
                selector.setContextItem(document);
                values.addValue(path.getKey(), only(path.getKey(), selector.evaluate()));
            }
        } catch (SaxonApiException e) {
            throw HubException.rejected(
                    "jdbc-unreadable", "Der Nachricht sind die Werte für die Datenbank nicht zu entnehmen.");
        }
    }

    private static @org.jspecify.annotations.Nullable String only(String name, XdmValue found) {
        if (found.size() > 1) {
            throw HubException.rejected(
                    "jdbc-ambiguous", "Die Nachricht enthält mehr als einen Wert für »" + name + "«.");
        }
        return found.stream().map(XdmItem::getStringValue).findFirst().orElse(null);
    }
}
