package org.stadtbus.journal;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a PostgreSQL with journeys of a city: five events, three messages and three procedures each, one every 30 seconds, by the
 * database itself. The chain is not made; what searches see is as the projector would have written it.
 */
final class ManyJourneys {
    static final String COMMON = "bauantraege";
    static final String RARE = "denkmalpflege";
    static final int EVENTS_EACH = 5;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS_BETWEEN = 30;

    private final JdbcClient jdbc;
    private final int journeys;

    private ManyJourneys(JdbcClient jdbc, int journeys) {
        this.jdbc = jdbc;
        this.journeys = journeys;
    }

    /** Number n of the journeys, from 1, came in then. */
    static Instant received(int n) {
        return START.plusSeconds((long) n * SECONDS_BETWEEN);
    }

    static ManyJourneys fill(JdbcClient jdbc, int journeys) {
        ManyJourneys all = new ManyJourneys(jdbc, journeys);
        all.journeys();
        all.messages();
        all.events();
        all.search();
        for (String table : new String[] {"journey", "message", "journal_event", "journey_term", "journey_procedure"}) {
            jdbc.sql("vacuum analyze " + table).update();
        }
        return all;
    }

    /** Id of journey n. */
    String journey(int n) {
        return uuid("j", n);
    }

    /** Id of the first message of journey n. */
    String message(int n) {
        return uuid("m1-", n);
    }

    private String uuid(String kind, int n) {
        return jdbc.sql("select cast(cast(md5('" + kind + n + "') as uuid) as varchar)")
                .query(String.class)
                .single();
    }

    private void insert(String sql) {
        jdbc.sql(sql.replace(":journeys", String.valueOf(journeys))
                        .replace(":at", "timestamptz '" + START + "' + n * interval '" + SECONDS_BETWEEN + " seconds'"))
                .update();
    }

    private void journeys() {
        insert(
                """
                insert into journey (journey_id, service, channel, external_reference, business_key, state, state_sentence,
                    state_at, state_number, unchecked, test, received_at, changed_at)
                select md5('j' || n)::uuid::text, case when n % 10 = 0 then '99050012104000' else '99012018001000' end,
                    'fit-connect', md5('r' || n)::uuid::text, '63-2026-' || n,
                    case when n % 1000 = 0 then 'klaerfall' when n > :journeys - 500 then 'eingegangen' else 'entschieden' end,
                    'Ihr Antrag ist genehmigt.', :at, n * 5, false, false, :at, :at
                from generate_series(1, :journeys) n
                """);
    }

    private void messages() {
        insert(
                """
                insert into message (message_id, journey_id, envelope, seen_at)
                select md5('m' || m || '-' || n)::uuid::text, md5('j' || n)::uuid::text, repeat('{"channel":"fit-connect"}', 5), :at
                from generate_series(1, :journeys) n, generate_series(1, 3) m
                """);
    }

    private void events() {
        insert(
                """
                insert into journal_event (number, event_id, journey_id, message_id, type, happened_at, event, previous_hash, hash)
                select (n - 1) * 5 + e, md5('e' || e || '-' || n)::uuid::text, md5('j' || n)::uuid::text,
                    md5('m' || 1 + e % 3 || '-' || n)::uuid::text, 'DELIVERED', :at, repeat('{"sentence":"Zugestellt."}', 10),
                    md5('') || md5(''), md5('') || md5('')
                from generate_series(1, :journeys) n, generate_series(1, 5) e
                """);
    }

    private void search() {
        insert(
                """
                insert into journey_term (journey_id, term, whole)
                select md5('j' || n)::uuid::text, convert_to(t.term, 'UTF8'), t.whole
                from generate_series(1, :journeys) n, lateral (values (md5('r' || n)::uuid::text, true),
                    ('63-2026-' || n, true), ('2026-' || n, false), (n::text, false)) t (term, whole)
                """);
        insert(
                """
                insert into journey_procedure (journey_id, procedure_id, received_at)
                select md5('j' || n)::uuid::text, p, :at
                from generate_series(1, :journeys) n, lateral (values ('bauantraege'), ('verfahren-' || n % 300),
                    (case when n <= 20 then 'denkmalpflege' else 'eakte-enaio' end)) v (p)
                """);
    }
}
