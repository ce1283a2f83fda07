package org.stadtbus.sandbox.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadtbus.sandbox.Json;

/**
 * A case or a document of the eAkte.
 *
 * @param id the number enaio gave it
 * @param caseId id of the case a document lies in; empty for a case
 * @param objectType internal name of its object type
 * @param indexData values by internal field name
 * @param content the document's file; absent for a case
 * @param version how many contents it has had, 1 for its first
 */
public record DmsObject(
        String id,
        String caseId,
        String objectType,
        Map<String, String> indexData,
        @Nullable Content content,
        int version) {

    /**
     * A document's file.
     *
     * @param length in bytes
     * @param sha256 hex digest of the bytes that lie on disk
     */
    public record Content(String fileName, String mimeType, long length, String sha256) {}

    public DmsObject {
        indexData = Map.copyOf(indexData);
    }

    /** Name of the file; empty without one. */
    public String fileName() {
        return content == null ? "" : content.fileName();
    }

    /** Digest of the file; empty without one. */
    public String sha256() {
        return content == null ? "" : content.sha256();
    }

    /** The same object with some values replaced. */
    DmsObject with(Map<String, String> changes) {
        Map<String, String> values = new TreeMap<>(indexData);
        values.putAll(changes);
        return new DmsObject(id, caseId, objectType, values, content, version);
    }

    /** The same object with new content. */
    DmsObject renewed(Content newContent) {
        return new DmsObject(id, caseId, objectType, indexData, newContent, version + 1);
    }

    /** A field's value, index data or {@code system:}; empty when it is not set. */
    Optional<String> value(String field) {
        return switch (field) {
            case "system:objectId" -> Optional.of(id);
            case "system:objectTypeId" -> Optional.of(objectType);
            case "system:parentId" -> caseId.isEmpty() ? Optional.empty() : Optional.of(caseId);
            case "system:baseTypeId" -> ObjectType.named(objectType).map(ObjectType::baseType);
            case "system:versionNumber" -> Optional.of(String.valueOf(version));
            default -> Optional.ofNullable(indexData.get(field));
        };
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("caseId", caseId)
                .put("objectType", objectType)
                .put("version", version);
        ObjectNode values = json.putObject("indexData");
        new TreeMap<>(indexData).forEach(values::put);
        if (content != null) {
            json.putObject("content")
                    .put("fileName", content.fileName())
                    .put("mimeType", content.mimeType())
                    .put("length", content.length())
                    .put("sha256", content.sha256());
        }
        return json;
    }

    static DmsObject read(JsonNode json) {
        Map<String, String> values = new TreeMap<>();
        json.path("indexData")
                .properties()
                .forEach(e -> values.put(e.getKey(), e.getValue().asText()));
        JsonNode content = json.path("content");
        return new DmsObject(
                json.path("id").asText(),
                json.path("caseId").asText(),
                json.path("objectType").asText(),
                values,
                content.isMissingNode()
                        ? null
                        : new Content(
                                content.path("fileName").asText(),
                                content.path("mimeType").asText(),
                                content.path("length").asLong(),
                                content.path("sha256").asText()),
                json.path("version").asInt(1));
    }
}
