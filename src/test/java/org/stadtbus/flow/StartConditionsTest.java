package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.standards.Standards;

/** Which routes of a hub run. */
@SuppressWarnings("NullAway.Init")
class StartConditionsTest {
    private static final String SERVICE = "99000000000001";

    private final Catalogue catalogue = mock(Catalogue.class);
    private final CamelContext camel = new DefaultCamelContext();
    private StartConditions conditions;

    @BeforeEach
    void begin() {
        when(catalogue.findRoute(SERVICE)).thenReturn(Optional.of(mock(ServiceRoute.class)));
        conditions = new StartConditions(catalogue, mock(Standards.class), new MockEnvironment());
        camel.addComponent("hub", new StubComponent());
        camel.addRoutePolicyFactory(conditions);
    }

    @AfterEach
    void end() {
        camel.stop();
    }

    private ServiceStatus status(String from, String to) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId("linie").to(to);
            }
        });
        camel.start();
        return camel.getRouteController().getRouteStatus("linie");
    }

    private void waiting(String procedure) {
        when(catalogue.missingSetting(procedure)).thenReturn(Optional.of("amt.sftp.host"));
    }

    @Test
    void routeOfConnectedProceduresRuns() throws Exception {
        assertThat(status("hub:from?answersOf=register", "hub:to?procedure=archiv,eakte"))
                .isEqualTo(ServiceStatus.Started);
    }

    @Test
    void routeRestsWhileItsAuthorWaitsForASetting() throws Exception {
        waiting("register");
        assertThat(status("hub:from?answersOf=register", "hub:to?procedure=archiv"))
                .isEqualTo(ServiceStatus.Stopped);
    }

    @Test
    void routeRestsWhileOneOfItsTargetsWaitsForASettingAndTheServiceSaysSo() throws Exception {
        waiting("eakte");
        assertThat(status("hub:from?service=" + SERVICE, "hub:to?procedure=archiv,eakte"))
                .isEqualTo(ServiceStatus.Stopped);
        assertThat(conditions.closedBecause(SERVICE)).hasValueSatisfying(why -> assertThat(why)
                .contains("»eakte« ist erst mit der Einstellung amt.sftp.host angebunden"));
    }

    @Test
    void serviceNobodyDeclaredDoesNotRun() throws Exception {
        assertThat(status("hub:from?service=99000000000002", "hub:to?procedure=archiv"))
                .isEqualTo(ServiceStatus.Stopped);
    }
}
