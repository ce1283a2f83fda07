package org.stadtbus.clearing;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;

/**
 * Which cases are meant; absent and empty criteria match every case.
 *
 * @param units slugs of owner units
 * @param procedure where it failed: target of a delivery, or author of an answer
 * @param service LeiKa key
 * @param code problem code
 * @param kind failure kind
 * @param states states
 * @param journey journey id
 * @param from opened at this moment or later
 * @param until opened before this moment
 */
public record CaseFilter(
        Set<String> units,
        @Nullable String procedure,
        @Nullable String service,
        @Nullable String code,
        @Nullable FailureKind kind,
        Set<CaseState> states,
        @Nullable String journey,
        @Nullable Instant from,
        @Nullable Instant until) {

    public CaseFilter {
        units = Set.copyOf(units);
        states = Set.copyOf(states);
    }

    /** Cases of this journey that wait for a person. */
    static CaseFilter unsolved(String journey) {
        return new CaseFilter(Set.of(), null, null, null, null, CaseState.UNSOLVED, journey, null, null);
    }

    /** The same, but only cases in these states. */
    CaseFilter in(Set<CaseState> wanted) {
        return new CaseFilter(units, procedure, service, code, kind, wanted, journey, from, until);
    }

    /** The same, but only cases opened before this moment, if it is not narrower already. */
    CaseFilter before(Instant moment) {
        Instant earlier = until == null || moment.isBefore(until) ? moment : until;
        return new CaseFilter(units, procedure, service, code, kind, states, journey, from, earlier);
    }

    /** The same, but only cases of these units. */
    CaseFilter of(Set<String> wanted) {
        return new CaseFilter(wanted, procedure, service, code, kind, states, journey, from, until);
    }
}
