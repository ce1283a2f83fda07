package org.stadtbus.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP statuses mean for a message. */
class HttpFailureTest {

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503, 599})
    void whatMayPassIsTriedAgain(int status) {
        assertThat(HttpFailure.of(status).kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 422, 499})
    void whatNeedsAPersonIsNot(int status) {
        assertThat(HttpFailure.of(status).kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void missingAccessIsToldApart(int status) {
        assertThat(HttpFailure.of(status)).isEqualTo(HttpFailure.NO_ACCESS);
    }
}
