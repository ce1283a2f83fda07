package org.stadtbus.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.JourneyState;

/**
 * The statement behind a journey list. A whole id is looked up by index; part of a text is looked for in the journeys one by
 * one, newest first, until the page is full.
 *
 * @param sql with named parameters, {@code limit} among them
 * @param parameters all but {@code limit}
 */
record JourneySearch(String sql, Map<String, Object> parameters) {
    private static final int WHOLE_ID = 36;

    static JourneySearch of(JournalQueries.Filter filter) {
        List<String> criteria = new ArrayList<>(List.of("state is not null"));
        Map<String, Object> parameters = new HashMap<>();
        text(filter.text(), criteria, parameters);
        JourneyState state = filter.state();
        if (state != null) {
            criteria.add("state = :state");
            parameters.put("state", state.code());
        }
        String service = filter.service();
        if (service != null) {
            criteria.add("service = :service");
            parameters.put("service", service);
        }
        String before = filter.before();
        if (before != null) {
            criteria.add("(received_at, journey_id) < "
                    + "(select b.received_at, b.journey_id from journey b where b.journey_id = :before)");
            parameters.put("before", before);
        }
        return new JourneySearch(
                "select * from journey where " + String.join(" and ", criteria)
                        + " order by received_at desc, journey_id desc limit :limit",
                parameters);
    }

    private static void text(@Nullable String typed, List<String> criteria, Map<String, Object> parameters) {
        String text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return;
        }
        if (text.length() == WHOLE_ID && text.matches("[0-9a-f-]+")) {
            criteria.add("(journey_id = :text or external_reference = :text"
                    + " or journey_id in (select m.journey_id from message m where m.message_id = :text))");
            parameters.put("text", text);
        } else {
            criteria.add("(journey_id like :text escape '!' or lower(external_reference) like :text escape '!'"
                    + " or lower(business_key) like :text escape '!'"
                    + " or exists (select 1 from message m where m.journey_id = journey.journey_id"
                    + " and m.message_id like :text escape '!'))");
            parameters.put("text", "%" + text.replaceAll("[!%_]", "!$0") + "%");
        }
    }
}
