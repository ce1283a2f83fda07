package org.stadtbus.connector.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A search whose values never become part of its statement: names come from the operator's settings and are checked, what a message says
 * is a parameter.
 *
 * @param statement e.g. {@code SELECT system:objectId FROM Vorgang WHERE StadtbusVorgang=@p1}
 * @param parameters value by name
 */
record Query(String statement, Map<String, String> parameters) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w:]*");

    /**
     * All objects of a type whose fields have these values.
     *
     * @param fields what the answer shows, besides {@code system:objectId}
     * @param conditions wanted value by field; at least one, all must be met
     * @throws IllegalArgumentException when a name is none
     */
    static Query of(List<String> fields, String type, Map<String, String> conditions) {
        List<String> wanted = new ArrayList<>(List.of(Fields.ID));
        fields.forEach(field -> wanted.add(name(field)));
        List<String> where = new ArrayList<>();
        Map<String, String> parameters = new TreeMap<>();
        new TreeMap<>(conditions).forEach((field, value) -> {
            String parameter = "p" + (parameters.size() + 1);
            where.add(name(field) + "=@" + parameter);
            parameters.put(parameter, value);
        });
        return new Query(
                "SELECT " + String.join(", ", wanted) + " FROM " + name(type) + " WHERE " + String.join(" AND ", where),
                parameters);
    }

    /** The internal name of a field or object type, when it is one. */
    static String name(String given) {
        if (!NAME.matcher(given).matches()) {
            throw new IllegalArgumentException(
                    "„" + given + "“ ist kein interner Name eines Feldes oder Objekttyps in enaio.");
        }
        return given;
    }
}
