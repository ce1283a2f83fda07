package org.stadtbus.sandbox.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtbus.sandbox.Json;

/** Objects as the DMS service reads and writes them: {@code {"objects": [{"properties": {"<field>": {"value": …}}}]}}. */
final class DmsObjects {
    static final Predicate<String> EVERYTHING = field -> true;
    private static final String TYPE = "system:objectTypeId";
    private static final String PARENT = "system:parentId";

    private final Archive archive;

    DmsObjects(Archive archive) {
        this.archive = archive;
    }

    DmsObject insert(Upload upload) throws IOException {
        JsonNode object = single(upload.metadata());
        Map<String, String> values = values(object);
        String typeName = values.getOrDefault(TYPE, "");
        ObjectType type =
                ObjectType.named(typeName).orElseThrow(() -> DmsError.unprocessable("Unknown object type " + typeName));
        String parent = values.getOrDefault(PARENT, "");
        if (type == ObjectType.DOCUMENT && !isCase(parent)) {
            throw DmsError.unprocessable("No case " + parent);
        }
        values.keySet().removeAll(Set.of(TYPE, PARENT));
        check(type, values);
        return archive.insert(parent, type, values, content(type, object, upload));
    }

    private boolean isCase(String id) {
        return archive.find(id)
                .filter(o -> o.objectType().equals(ObjectType.CASE.internalName()))
                .isPresent();
    }

    DmsObject update(DmsObject object, JsonNode metadata) {
        Map<String, String> values = values(single(metadata));
        check(ObjectType.named(object.objectType()).orElseThrow(), values);
        return archive.update(object, values);
    }

    DmsObject renew(DmsObject object, Upload upload) throws IOException {
        JsonNode metadata = single(upload.metadata());
        ObjectType type = ObjectType.named(object.objectType()).orElseThrow();
        Map<String, String> values = values(metadata);
        check(type, values);
        Upload.@Nullable Received content = content(type, metadata, upload);
        return content == null ? archive.update(object, values) : archive.renew(object, values, content);
    }

    private static JsonNode single(JsonNode metadata) {
        JsonNode objects = metadata.path("objects");
        if (objects.size() != 1) {
            throw DmsError.badRequest("Exactly one object is expected");
        }
        return objects.get(0);
    }

    private static Map<String, String> values(JsonNode object) {
        Map<String, String> values = new TreeMap<>();
        object.path("properties").properties().forEach(e -> {
            JsonNode value = e.getValue().path("value");
            if (!value.isValueNode() || value.isNull()) {
                throw DmsError.badRequest("No value for " + e.getKey());
            }
            values.put(e.getKey(), value.asText());
        });
        return values;
    }

    private static void check(ObjectType type, Map<String, String> values) {
        values.keySet().stream().filter(field -> !type.has(field)).findFirst().ifPresent(field -> {
            throw DmsError.unprocessable("Unknown field " + field);
        });
    }

    private static Upload.@Nullable Received content(ObjectType type, JsonNode object, Upload upload) {
        JsonNode streams = object.path("contentStreams");
        if (streams.isEmpty() && type == ObjectType.CASE) {
            return null;
        }
        Upload.Received received =
                upload.contents().get(streams.path(0).path("cid").asText());
        if (type == ObjectType.CASE || streams.size() != 1 || received == null) {
            throw DmsError.unprocessable("A document has exactly one content stream, a case has none");
        }
        JsonNode stream = streams.get(0);
        return received.described(
                stream.path("fileName").asText(received.fileName()),
                stream.path("mimeType").asText(received.mimeType()));
    }

    /** An object with the wanted fields. */
    static ObjectNode shown(DmsObject object, Predicate<String> wanted) {
        ObjectNode shown = Json.object();
        ObjectNode properties = shown.putObject("properties");
        Stream.concat(
                        Stream.of("system:objectId", "system:baseTypeId", TYPE, PARENT, "system:versionNumber"),
                        object.indexData().keySet().stream().sorted())
                .filter(wanted)
                .forEach(field -> object.value(field)
                        .ifPresent(value -> properties.putObject(field).put("value", value)));
        DmsObject.@Nullable Content content = object.content();
        if (content != null && wanted == EVERYTHING) {
            shown.putArray("contentStreams")
                    .addObject()
                    .put("fileName", content.fileName())
                    .put("mimeType", content.mimeType())
                    .put("length", content.length())
                    .put("digest", content.sha256());
        }
        return shown;
    }
}
