package org.stadtbus.sandbox.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search statement of the subset {@code SELECT <field>, … FROM <object type> WHERE <field>=@<parameter> AND …}.
 *
 * @param fields what the answer shows of each object
 * @param type which objects are searched
 * @param conditions wanted value by field; all must be met
 */
record Statement(List<String> fields, ObjectType type, Map<String, String> conditions) {
    private static final Pattern SELECT =
            Pattern.compile("\\s*SELECT\\s+(.+?)\\s+FROM\\s+(\\w+)\\s+WHERE\\s+(.+?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile("([\\w:]+)\\s*=\\s*@(\\w+)");
    private static final Pattern AND = Pattern.compile("\\s+AND\\s+", Pattern.CASE_INSENSITIVE);

    /** Reads a statement; anything outside the subset is a bad request. */
    static Statement parse(String statement, JsonNode parameters) {
        Matcher select = SELECT.matcher(statement);
        if (!select.matches()) {
            throw DmsError.badRequest("Statement not understood");
        }
        ObjectType type = ObjectType.named(select.group(2))
                .orElseThrow(() -> DmsError.badRequest("Unknown object type " + select.group(2)));
        List<String> fields = Arrays.stream(select.group(1).split(","))
                .map(String::strip)
                .map(field -> known(type, field))
                .toList();
        return new Statement(fields, type, conditions(type, select.group(3), parameters));
    }

    private static Map<String, String> conditions(ObjectType type, String where, JsonNode parameters) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String part : AND.split(where)) {
            Matcher condition = CONDITION.matcher(part);
            if (!condition.matches()) {
                throw DmsError.badRequest("Condition not understood: " + part);
            }
            JsonNode value = parameters.path(condition.group(2));
            if (!value.isValueNode()) {
                throw DmsError.badRequest("Parameter " + condition.group(2) + " is missing");
            }
            conditions.put(known(type, condition.group(1)), value.asText());
        }
        return conditions;
    }

    private static String known(ObjectType type, String field) {
        boolean system = List.of(
                        "system:objectId",
                        "system:objectTypeId",
                        "system:parentId",
                        "system:baseTypeId",
                        "system:versionNumber")
                .contains(field);
        if (!system && !type.has(field)) {
            throw DmsError.badRequest("Unknown field " + field);
        }
        return field;
    }

    /** Whether an object is meant. */
    boolean meets(DmsObject object) {
        return object.objectType().equals(type.internalName())
                && conditions.entrySet().stream().allMatch(c -> object.value(c.getKey())
                        .filter(c.getValue()::equals)
                        .isPresent());
    }
}
