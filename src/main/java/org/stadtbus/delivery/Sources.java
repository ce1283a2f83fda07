package org.stadtbus.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;

/** Routes from each connected procedure's source Kamelet to its answer queue; the source itself says what failed and tries again. */
@Component
class Sources extends RouteBuilder {
    private final Catalogue catalogue;
    private final Environment environment;

    Sources(Catalogue catalogue, Environment environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    @Override
    public void configure() {
        for (Procedure procedure : catalogue.all()) {
            procedure.connection().filter(Connection::hasSource).ifPresent(connection -> source(procedure, connection));
        }
    }

    private void source(Procedure procedure, Connection connection) {
        Map<String, String> properties =
                new LinkedHashMap<>(Placeholders.of(procedure, environment).resolve(connection.source()));
        // for Kamelets that put files into the vault: whose drawer they belong in
        properties.put("procedure", procedure.id());
        from(Sink.uri(connection.connector() + "-source/eingang-" + procedure.id(), properties))
                .routeId("quelle-" + procedure.id())
                .errorHandler(noErrorHandler())
                .to("hub:take-in?procedure=" + procedure.id());
    }
}
