package org.stadtbus.sandbox.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;

/** Notes on objects ({@code native/notes}), kept beside them; what is sent twice is stored twice. */
final class Notes {
    private final Archive archive;

    Notes(Archive archive) {
        this.archive = archive;
    }

    /** The texts of an object's notes, oldest first. */
    synchronized List<String> texts(DmsObject object) {
        Path file = file(object);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        Json.read(file).path("texts").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    Answer all(DmsObject object) {
        return answer(texts(object), 0);
    }

    synchronized Answer add(DmsObject object, JsonNode metadata) {
        JsonNode objects = metadata.path("objects");
        String text =
                objects.path(0).path("properties").path("text").path("value").asText();
        if (objects.size() != 1 || text.isEmpty()) {
            throw DmsError.badRequest("Exactly one note with a text is expected");
        }
        List<String> texts = new ArrayList<>(texts(object));
        texts.add(text);
        ObjectNode kept = Json.object();
        texts.forEach(kept.putArray("texts")::add);
        Disk.write(file(object), Json.bytes(kept));
        return answer(texts, texts.size() - 1);
    }

    private static Answer answer(List<String> texts, int from) {
        ObjectNode answer = Json.object();
        var objects = answer.putArray("objects");
        for (int i = from; i < texts.size(); i++) {
            ObjectNode properties = objects.addObject().putObject("properties");
            properties.putObject("system:objectId").put("value", String.valueOf(i + 1));
            properties.putObject("text").put("value", texts.get(i));
        }
        answer.put("numItems", objects.size()).put("hasMoreItems", false).put("totalNumItems", objects.size());
        return Answer.json(200, Json.text(answer));
    }

    private Path file(DmsObject object) {
        return archive.folder(object).resolve("notes.json");
    }
}
