package org.stadtbus.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.stadtbus.envelope.HubException;
import org.stadtbus.pressure.CallRates;
import org.stadtbus.pressure.TestDoor;
import org.stadtbus.pressure.TestGate;
import org.stadtbus.pressure.Uploads;

/** What the door refuses goes no further, and is answered as a problem with the time to come again. */
class DoorTest {
    private final TestGate room = new TestGate();
    private final List<ResponseEntity<ProblemDetail>> refusals = new ArrayList<>();
    private final Problems problems = new Problems(mock(Intake.class));
    private int through;

    private Door door(CallRates rates, Uploads uploads) {
        return new Door(room.gate(), rates, uploads, (request, response, handler, why) -> {
            refusals.add(problems.hub((HubException) why));
            return new ModelAndView();
        });
    }

    private void call(Door door, String client, String type, Runnable inside) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/services/1/applications");
        request.setUserPrincipal(new Named(client));
        request.setContentType(type);
        door.doFilter(request, new MockHttpServletResponse(), (through1, response) -> {
            assertThat(through1).isInstanceOf(HttpServletRequest.class);
            through++;
            inside.run();
        });
    }

    private void isRefused(HttpStatus status, String code, String seconds) {
        assertThat(refusals).singleElement().satisfies(answer -> {
            assertThat(answer.getStatusCode()).isEqualTo(status);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(seconds);
            ProblemDetail problem = Objects.requireNonNull(answer.getBody());
            assertThat(problem.getProperties()).containsEntry("code", code);
            assertThat(problem.getDetail()).matches("[A-ZÄÖÜ].*\\.");
        });
        refusals.clear();
    }

    @Test
    void fullHubTakesNothing() throws Exception {
        Door door = door(TestDoor.rates(100), TestDoor.uploads(10));
        room.close();
        call(door, "a", "application/json", () -> {});
        isRefused(HttpStatus.SERVICE_UNAVAILABLE, "hub-full", "30");
        room.open();
        call(door, "a", "application/json", () -> {});
        assertThat(through).isEqualTo(1);
        assertThat(refusals).isEmpty();
    }

    @Test
    void callerWhoIsTooFastIsToldSoAndNoOtherIs() throws Exception {
        Door door = door(TestDoor.rates(1), TestDoor.uploads(10));
        call(door, "a", "application/json", () -> {});
        call(door, "a", "application/json", () -> {});
        isRefused(HttpStatus.TOO_MANY_REQUESTS, "too-many-calls", "1");
        call(door, "b", "application/json", () -> {});
        assertThat(through).isEqualTo(2);
    }

    @Test
    void tooManyUploadsAtOnceAreRefusedAndFormsAloneAreNot() throws Exception {
        Door door = door(TestDoor.rates(100), TestDoor.uploads(1));
        call(door, "a", "multipart/form-data; boundary=x", () -> inside(door));
        isRefused(HttpStatus.SERVICE_UNAVAILABLE, "too-many-uploads", "30");
        call(door, "a", "multipart/form-data; boundary=x", () -> {});
        assertThat(through).isEqualTo(3);
        assertThat(refusals).isEmpty();
    }

    private void inside(Door door) {
        try {
            call(door, "b", "Multipart/Form-Data; boundary=y", () -> {});
            call(door, "b", "application/json", () -> {});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Named(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
