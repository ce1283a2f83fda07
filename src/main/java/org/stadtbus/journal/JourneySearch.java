package org.stadtbus.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.JourneyState;

/**
 * The statement behind a journey list. Every criterion has its index; parts of a text are found from the start of a word.
 *
 * @param sql with named parameters, {@code limit} among them
 * @param parameters all but {@code limit}
 */
record JourneySearch(String sql, Map<String, Object> parameters) {
    /** Ids are looked up by their first block; a shorter start fits too many to be worth it. */
    private static final Pattern ID_START = Pattern.compile("[0-9a-f]{4,8}|[0-9a-f]{8}-[0-9a-f-]{0,27}");

    private static final int ID_BLOCK = 8;

    static JourneySearch of(JournalQueries.Filter filter, @Nullable Instant beforeTime) {
        boolean byProcedure = filter.procedure() != null;
        // a procedure alone is read in its own order; with more criteria the database chooses where to begin
        boolean procedureAlone = byProcedure && filter.state() == null && filter.service() == null;
        Builder builder = new Builder(byProcedure, procedureAlone ? "p" : "j");
        builder.text(filter.text());
        JourneyState state = filter.state();
        builder.equal("j.state", "state", state == null ? null : state.code());
        builder.equal("j.service", "service", filter.service());
        builder.equal("p.procedure_id", "procedure", filter.procedure());
        builder.message(filter.messageId());
        builder.businessKey(filter.businessKey());
        builder.time(">=", "from", filter.from());
        builder.time("<", "until", filter.until());
        builder.before(filter.before(), beforeTime);
        return builder.build();
    }

    /** Gathers criteria. */
    private static final class Builder {
        private final List<String> criteria = new ArrayList<>(List.of("j.state is not null"));
        private final Map<String, Object> parameters = new HashMap<>();
        private final boolean procedure;
        private final String order;

        /** @param order the table whose time orders the list: journey or journey_procedure */
        Builder(boolean procedure, String order) {
            this.procedure = procedure;
            this.order = order;
        }

        void equal(String column, String name, @Nullable String value) {
            if (value != null) {
                criteria.add(column + " = :" + name);
                parameters.put(name, value);
            }
        }

        void message(@Nullable String messageId) {
            if (messageId != null) {
                criteria.add("j.journey_id in (select m.journey_id from message m where m.message_id = :message)");
                parameters.put("message", messageId);
            }
        }

        void businessKey(@Nullable String key) {
            if (key != null) {
                criteria.add("j.journey_id in (select t.journey_id from journey_term t"
                        + " where t.term = :businessKey and t.whole = true)");
                parameters.put("businessKey", SearchTerm.bytes(SearchTerm.normal(key)));
            }
        }

        void time(String comparison, String name, @Nullable Instant value) {
            if (value != null) {
                criteria.add(order + ".received_at " + comparison + " :" + name);
                parameters.put(name, Times.column(value));
            }
        }

        void before(@Nullable String journeyId, @Nullable Instant receivedAt) {
            if (journeyId != null && receivedAt != null) {
                criteria.add("(" + order + ".received_at, " + order + ".journey_id) < (:beforeTime, :before)");
                parameters.put("beforeTime", Times.column(receivedAt));
                parameters.put("before", journeyId);
            }
        }

        void text(@Nullable String typed) {
            String text = SearchTerm.normal(typed == null ? "" : typed);
            if (text.isEmpty()) {
                return;
            }
            List<String> ways = new ArrayList<>();
            ways.add("select t.journey_id from journey_term t where t.term >= :term and t.term < :termEnd");
            parameters.put("term", SearchTerm.bytes(text));
            parameters.put("termEnd", SearchTerm.bytesAfter(text));
            if (ID_START.matcher(text).matches()) {
                ways.add("select i.journey_id from journey i where " + idBegins("i.journey_id"));
                ways.add("select m.journey_id from message m where " + idBegins("m.message_id"));
                String block = text.substring(0, Math.min(text.length(), ID_BLOCK));
                parameters.put("idStart", block);
                parameters.put("idEnd", block + "g");
                parameters.put("idLike", text + "%");
            }
            criteria.add("j.journey_id in (" + String.join(" union all ", ways) + ")");
        }

        /** Digits and small letters up to f are ordered alike by every collation; g comes after all of them. */
        private static String idBegins(String column) {
            return column + " >= :idStart and " + column + " < :idEnd and " + column + " like :idLike";
        }

        JourneySearch build() {
            String from = procedure ? "journey_procedure p join journey j on j.journey_id = p.journey_id" : "journey j";
            return new JourneySearch(
                    "select j.* from " + from + " where " + String.join(" and ", criteria) + " order by " + order
                            + ".received_at desc, " + order + ".journey_id desc limit :limit",
                    parameters);
        }
    }
}
