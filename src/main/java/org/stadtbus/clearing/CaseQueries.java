package org.stadtbus.clearing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What screens and API may ask about clearing cases. Answers may lag behind the queues by moments. */
public interface CaseQueries {
    /** Most cases of one page. */
    int MOST = 500;

    /**
     * Cases, the ones opened last first.
     *
     * @param before only cases after the one with this id in that order (keyset paging)
     * @param limit at most this many, 1 to {@link #MOST}
     */
    List<ClearingCase> list(CaseFilter filter, @Nullable String before, int limit);

    /** How many cases there are. */
    long count(CaseFilter filter);

    /** One case; empty when unknown (or not yet projected). */
    Optional<ClearingCase> find(String caseId);

    /** Everything that happened to a case, oldest first. */
    List<CaseEntry> history(String caseId);

    /** The cases of a journey that wait for a person, newest first. */
    default List<ClearingCase> unsolved(String journeyId) {
        return list(CaseFilter.unsolved(journeyId), null, MOST);
    }
}
