package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** One round: two matters of the building files, of which the first is proposed for the archive. */
record DisposalRound(String name, String wanted, String unwanted) {
    static DisposalRound fresh() {
        String name = UUID.randomUUID().toString();
        return new DisposalRound(
                name, UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    String offer() {
        return list(
                "",
                matter(wanted, "\"bewertungsvorschlag\": \"A\"") + ", "
                        + matter(unwanted, "\"bewertungsvorschlag\": \"V\""));
    }

    /** Hands over this matter with all its documents. */
    String handover(String process, String matter) {
        String documents = "\"aussonderungsart\": \"A\", \"dokumente\": [{\"id\": \"" + UUID.randomUUID()
                + "\", \"betreff\": \"Pläne\", \"dateien\": [\""
                + String.join("\", \"", documents().keySet())
                + "\"]}]";
        return list("\"prozess\": \"" + process + "\", \"archivkennungen\": true, ", matter(matter, documents));
    }

    /** Its documents; the model is larger than what rides inside a message. */
    Map<String, byte[]> documents() {
        byte[] model = new byte[300_000];
        new Random(name.hashCode()).nextBytes(model);
        return Map.of("Plan-" + name + ".pdf", ("Plan " + name).getBytes(UTF_8), "Modell-" + name + ".ifc", model);
    }

    private static String matter(String id, String more) {
        return "{\"id\": \"" + id + "\", \"art\": \"vorgang\", \"betreff\": \"Umbau für Łukasz Müller-Çelik\", "
                + "\"kennzeichen\": \"63-1994-00177\", " + more + "}";
    }

    private static String list(String more, String matters) {
        return "{\"von\": \"bauaufsicht\", \"an\": \"archiv\", " + more + "\"objekte\": [" + matters + "]}";
    }
}
