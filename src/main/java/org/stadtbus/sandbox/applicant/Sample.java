package org.stadtbus.sandbox.applicant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.fitconnect.Draft.Tampering;

/**
 * One sample application and what must become of it.
 *
 * @param name what it shows, as a file name
 * @param shows the same as a sentence
 * @param channel how it is sent
 * @param expected the state its journey ends in
 * @param reason words the sentence of that state holds
 * @param tampering what goes wrong on the way
 * @param twice whether its sender presses the button twice
 * @param kilobytes least size of single files; others are a few kilobytes
 * @param form form data
 */
public record Sample(
        String name,
        String shows,
        Channel channel,
        JourneyState expected,
        String reason,
        Set<Tampering> tampering,
        boolean twice,
        Map<String, Integer> kilobytes,
        ObjectNode form) {

    /** How an application is sent. */
    public enum Channel {
        FIT_CONNECT,
        REST,
        /** XBau through the state's building portal, which makes its message of its own form. */
        XTA;

        private static Channel of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Sample {
        tampering = Set.copyOf(tampering);
        kilobytes = Map.copyOf(kilobytes);
    }

    /** A sample as its file describes it: {@code form} replaces members of the base form. */
    static Sample read(String name, JsonNode file, ObjectNode baseForm) {
        Set<Tampering> tampering = EnumSet.noneOf(Tampering.class);
        file.path("tampering").forEach(node -> tampering.add(Tampering.valueOf(node.asText())));
        Map<String, Integer> kilobytes = new LinkedHashMap<>();
        file.path("kilobytes")
                .properties()
                .forEach(e -> kilobytes.put(e.getKey(), e.getValue().asInt()));
        return new Sample(
                name,
                file.path("shows").asText(),
                Channel.of(file.path("channel").asText()),
                JourneyState.of(file.path("expected").asText()),
                file.path("reason").asText(),
                tampering,
                file.path("twice").asBoolean(),
                kilobytes,
                baseForm.deepCopy().setAll((ObjectNode) file.path("form")));
    }
}
