package org.stadtbus.sandbox.fitconnect;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Json;

/** Replies to cases, deduplicated by the id their sender chose. */
final class Replies {
    private final Path folder;

    Replies(Path folder) {
        this.folder = folder;
    }

    synchronized void keep(String caseId, String replyId, String content) {
        if (!read(caseId).containsKey(replyId)) {
            Disk.append(
                    folder.resolve(caseId),
                    Json.object()
                            .put("replyId", replyId)
                            .put("content", content)
                            .toString());
        }
    }

    List<String> to(String caseId) {
        return List.copyOf(read(caseId).values());
    }

    private Map<String, String> read(String caseId) {
        Map<String, String> replies = new LinkedHashMap<>();
        for (String line : Disk.lines(folder.resolve(caseId))) {
            var json = Json.read(line);
            replies.put(json.path("replyId").asText(), json.path("content").asText());
        }
        return replies;
    }
}
