package org.stadtbus.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stadtbus.envelope.HubException;

/** A caller who waits hears why he is refused, also while nothing can be journalled. */
class RefusalsTest {
    private final Intake intake = mock(Intake.class);

    @Test
    void refusalIsSaidAlsoWhenTheBrokerCannotWriteIt() {
        when(intake.refuse(any()))
                .thenThrow(HubException.temporary("broker-unavailable", "Nicht gespeichert.", new IOException()));
        when(intake.journeyId("rest", "a:b")).thenReturn("vorgang");
        HubException why = HubException.rejected("empty", "Die Formulardaten sind leer.");

        RefusedApplication refused = Refusals.journalled(intake, new Intake.Refusal("rest", "a:b", "b", "1", why));

        assertThat(refused.problemCode()).isEqualTo("empty");
        assertThat(refused.journeyId()).isEqualTo("vorgang");
    }
}
