package org.stadtbus.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.intake.ServiceGate;
import org.stadtbus.standards.Standards;

/**
 * Keeps a route closed that nobody declared, and a production route that needs an official bundle which is not installed, and
 * says what to do. In the sandbox a route without its bundle runs and its journeys show "ungeprüft".
 */
@Component
class StartConditions implements RoutePolicyFactory, ServiceGate {
    private static final Logger LOG = LoggerFactory.getLogger(StartConditions.class);

    private final Catalogue catalogue;
    private final Standards standards;
    private final boolean sandbox;
    private final Map<String, String> closed = new ConcurrentHashMap<>();

    StartConditions(Catalogue catalogue, Standards standards, Environment environment) {
        this.catalogue = catalogue;
        this.standards = standards;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode node) {
        return new RoutePolicySupport() {
            @Override
            public void onInit(Route route) {
                String service = parameter(route.getEndpoint().getEndpointUri(), "service");
                RouteDefinition definition = (RouteDefinition) route.getRoute();
                undeclared(service)
                        .or(() -> missing(definition))
                        .ifPresentOrElse(why -> keepClosed(route, service, why), () -> resting(route, definition)
                                .ifPresent(why -> rest(route, service, why)));
            }
        };
    }

    /** Deny by default: a service nobody declared owner, purpose and legal basis for does not run (design decision 7). */
    private Optional<String> undeclared(String service) {
        return service.isEmpty() || catalogue.findRoute(service).isPresent()
                ? Optional.empty()
                : Optional.of("Für die Leistung " + service + " fehlt die route.yaml; bitte anlegen.");
    }

    /** A procedure that is not connected here and now is no fault, but nothing may be taken in for it. */
    private Optional<String> resting(Route route, RouteDefinition definition) {
        Stream<String> author = Stream.of(parameter(route.getEndpoint().getEndpointUri(), "answersOf"));
        Stream<String> targets = steps(definition)
                .filter(uri -> uri.startsWith("hub:to?"))
                .flatMap(uri -> Stream.of(parameter(uri, "procedure").split(",")));
        return Stream.concat(author, targets)
                .map(String::strip)
                .flatMap(procedure -> catalogue
                        .missingSetting(procedure)
                        .map(setting -> "Das Fachverfahren »" + procedure + "« ist erst mit der Einstellung " + setting
                                + " angebunden.")
                        .stream())
                .findFirst();
    }

    private void rest(Route route, String service, String why) {
        LOG.info("Linie {} ruht. {}", route.getId(), why);
        route.setAutoStartup(false);
        if (!service.isEmpty()) {
            closed.put(service, why);
        }
    }

    private static Stream<String> steps(RouteDefinition definition) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(definition.getOutputs(), ToDefinition.class).stream()
                .map(ToDefinition::getUri);
    }

    private void keepClosed(Route route, String service, String why) {
        LOG.error("Linie {} startet nicht. {}", route.getId(), why);
        route.setAutoStartup(false);
        closed.put(service, why);
    }

    private Optional<String> missing(RouteDefinition definition) {
        if (sandbox) {
            return Optional.empty();
        }
        return steps(definition).flatMap(uri -> missing(uri).stream()).findFirst();
    }

    private Optional<String> missing(String uri) {
        if (uri.startsWith("hub:letters")) {
            return standards.letters().missing();
        }
        return Optional.of(uri)
                .filter(step -> step.startsWith("hub:validate"))
                .map(step -> parameter(step, "schema"))
                .filter(schema -> !standards.installed(schema))
                .map(standards::installHint);
    }

    /** Only the query is parsed: the address itself is opaque ({@code hub:validate?…}) or not, as Camel pleases. */
    private static String parameter(String uri, String name) {
        String query = uri.substring(uri.indexOf('?') + 1);
        String value = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public Optional<String> closedBecause(String service) {
        return Optional.ofNullable(closed.get(service)).map(why -> "Die Leistung ist zurzeit nicht in Betrieb. " + why);
    }
}
