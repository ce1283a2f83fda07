package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtbus.journey.Outcomes.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.bauakten.BuildingFiles;
import org.stadtbus.sandbox.xdomea.CityArchive;

/** The building files and the archive, and the round of disposal between them. */
record Disposals(BuildingFiles files, CityArchive archive, Outcomes outcomes) {

    /** One round: two matters of the building files, of which the first is proposed for the archive. */
    record Round(String name, String wanted, String unwanted) {
        static Round fresh() {
            String name = UUID.randomUUID().toString();
            return new Round(
                    name, UUID.randomUUID().toString(), UUID.randomUUID().toString());
        }

        String offer() {
            return list("", matter(wanted, "\"bewertungsvorschlag\": \"A\"") + ", "
                    + matter(unwanted, "\"bewertungsvorschlag\": \"V\""));
        }

        /** Hands over this matter with all its documents. */
        String handover(String process, String matter) {
            String documents = "\"aussonderungsart\": \"A\", \"dokumente\": [{\"id\": \"" + UUID.randomUUID()
                    + "\", \"betreff\": \"Pläne\", \"dateien\": [\"" + String.join("\", \"", documents().keySet())
                    + "\"]}]";
            return list("\"prozess\": \"" + process + "\", \"archivkennungen\": true, ", matter(matter, documents));
        }

        /** Its documents; the model is larger than what rides inside a message. */
        Map<String, byte[]> documents() {
            byte[] model = new byte[300_000];
            new java.util.Random(name.hashCode()).nextBytes(model);
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

    Journey offered(Round round) {
        files.handIn("anbietung-" + round.name() + ".json", round.offer(), Map.of());
        return outcomes.only("anbietung-" + round.name() + ".json");
    }

    /** The archive has decided on the offer. */
    JsonNode decided(Round round) {
        return told(round.wanted(), "entscheidungen");
    }

    void handOver(Round round, String list) {
        files.handIn("uebergabe-" + round.name() + ".json", list, round.documents());
    }

    JsonNode takenOver(String matter) {
        return told(matter, "objekte");
    }

    JsonNode refused(String file) {
        return told(file, "grund");
    }

    /** What the building files are told with this field about this text, once the archive has worked. */
    private JsonNode told(String about, String field) {
        until(() -> {
            archive.work();
            assertThat(files.told()).anyMatch(text -> fits(text, about, field));
        });
        return Json.read(files.told().stream()
                .filter(text -> fits(text, about, field))
                .findFirst()
                .orElseThrow());
    }

    private static boolean fits(String text, String about, String field) {
        return text.contains(about) && text.contains("\"" + field + "\"");
    }

    /** What the archive has said or heard in the process. */
    String message(String process, String number) {
        until(() -> {
            archive.work();
            assertThat(archive.message(process, number)).isPresent();
        });
        return archive.message(process, number).orElseThrow();
    }

    /** The archive says this, in another process when it names one. */
    void archiveSays(String process, String type, String xml) {
        String name = process + "_" + type;
        archive.partner().leave(name + ".zip", Map.of(name + ".xml", xml));
    }

    /** The journey of a round on which the archive has decided. */
    Decided decidedRound() throws IOException {
        Round round = Round.fresh();
        Journey journey = offered(round);
        String process = decided(round).path("prozess").asText();
        outcomes.state(journey.journeyId(), JourneyState.IN_REVIEW);
        return new Decided(round, journey.journeyId(), process);
    }

    record Decided(Round round, String journey, String process) {
        String handoverFile() {
            return "uebergabe-" + round.name() + ".json";
        }
    }
}
