package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Filter;

/** Every search has its index: PostgreSQL never reads a whole table, however much there is. Prints what it measured. */
class SearchSpeedTest {
    private static final Logger LOG = LoggerFactory.getLogger(SearchSpeedTest.class);
    private static final int REPETITIONS = 20;
    private static final int PAGE = 51;

    private final JournalDatabase db;

    SearchSpeedTest(@TempDir Path folder) {
        db = JournalDatabase.postgres(folder);
    }

    @Test
    void everySearchUsesAnIndex() {
        everySearchUsesAnIndex(20_000);
    }

    @Tag("soak")
    @Test
    void everySearchUsesAnIndexAtFiveMillionEvents() {
        everySearchUsesAnIndex(1_000_000);
    }

    private void everySearchUsesAnIndex(int journeys) {
        ManyJourneys all = ManyJourneys.fill(db.jdbc(), journeys);
        Map<String, Double> millis = new LinkedHashMap<>();
        filters(all, journeys).forEach((name, filter) -> {
            assertThat(plan(filter)).as(name).doesNotContainPattern("Seq Scan on (journey|message|journal)");
            millis.put(name, median(filter));
            LOG.info("{}: {} ms", name, millis.get(name));
        });
        LOG.warn("{} events, median of {} searches, ms: {}", journeys * ManyJourneys.EVENTS_EACH, REPETITIONS, millis);
    }

    private static Map<String, Filter> filters(ManyJourneys all, int journeys) {
        int middle = journeys / 2;
        String before = all.journey(middle);
        Map<String, Filter> filters = new LinkedHashMap<>();
        filters.put("newest", Filter.all());
        filters.put("deep page", new Filter(null, null, null, before));
        filters.put("journey id", text(all.journey(middle)));
        filters.put("start of a journey id", text(all.journey(middle).substring(0, 8)));
        filters.put("message id", criteria(null, all.message(middle), null));
        filters.put("message id as text", text(all.message(middle)));
        filters.put("business key", criteria(null, null, "63-2026-" + middle));
        filters.put("business key as text", text("63-2026-" + middle));
        filters.put("end of a business key", text("2026-" + middle));
        filters.put("start of many business keys", text("63-2026-1"));
        filters.put("start of all business keys", text("63-2026"));
        filters.put("no such key", text("64-2027"));
        filters.put("procedure", criteria(ManyJourneys.COMMON, null, null));
        filters.put("procedure of few", criteria(ManyJourneys.RARE, null, null));
        filters.put("common state", new Filter(null, JourneyState.DECIDED, null, null));
        filters.put("rare state", new Filter(null, JourneyState.CLEARING, null, null));
        filters.put("state, deep page", new Filter(null, JourneyState.CLEARING, null, before));
        filters.put("service", new Filter(null, null, "99050012104000", null));
        filters.put("service and state", new Filter(null, JourneyState.CLEARING, "99050012104000", null));
        filters.put("procedure and state", with(ManyJourneys.COMMON, JourneyState.CLEARING));
        filters.put("rare procedure and state", with(ManyJourneys.RARE, JourneyState.DECIDED));
        filters.put("a day long ago", day(ManyJourneys.received(middle), null));
        filters.put("a day and procedure", day(ManyJourneys.received(middle), ManyJourneys.COMMON));
        return filters;
    }

    private static Filter text(String text) {
        return new Filter(text, null, null, null);
    }

    private static Filter criteria(@Nullable String procedure, @Nullable String message, @Nullable String key) {
        return new Filter(null, null, null, procedure, message, key, null, null, null);
    }

    private static Filter with(String procedure, JourneyState state) {
        return new Filter(null, state, null, procedure, null, null, null, null, null);
    }

    private static Filter day(Instant from, @Nullable String procedure) {
        return new Filter(null, null, null, procedure, null, null, from, from.plusSeconds(86_400), null);
    }

    private String plan(Filter filter) {
        String before = filter.before();
        JourneySearch search = JourneySearch.of(
                filter,
                before == null
                        ? null
                        : db.queries().journey(before).orElseThrow().receivedAt());
        return String.join(
                "\n",
                db.jdbc()
                        .sql("explain " + search.sql())
                        .params(search.parameters())
                        .param("limit", PAGE)
                        .query(String.class)
                        .list());
    }

    private double median(Filter filter) {
        double[] millis = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            db.queries().journeys(filter, PAGE);
            millis[i] = (System.nanoTime() - start) / 10_000 / 100.0;
        }
        Arrays.sort(millis);
        return millis[REPETITIONS / 2];
    }
}
