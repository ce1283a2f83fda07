package org.stadtbus.sandbox.enaio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;

/** Searches of the DMS service, page by page. */
record Search(Archive archive) {
    private static final int DEFAULT_PAGE = 50;

    Answer answer(JsonNode body) {
        JsonNode query = body.path("query");
        Statement statement = Statement.parse(query.path("statement").asText(), query.path("parameters"));
        long skip = query.path("skipCount").asLong(0);
        List<DmsObject> hits = archive.all().stream().filter(statement::meets).toList();
        List<DmsObject> page = hits.stream()
                .skip(skip)
                .limit(query.path("maxItems").asLong(DEFAULT_PAGE))
                .toList();
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("objects");
        page.forEach(object -> shown.add(DmsObjects.shown(object, statement.fields()::contains)));
        answer.put("numItems", page.size())
                .put("hasMoreItems", skip + page.size() < hits.size())
                .put("totalNumItems", hits.size());
        return Answer.json(200, Json.text(answer));
    }
}
