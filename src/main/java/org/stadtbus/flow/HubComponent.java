package org.stadtbus.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.standards.Datatype;
import org.stadtbus.standards.MessageHeader;

/**
 * The {@code hub:} component. Steps: {@code from}, {@code validate}, {@code letters}, {@code map}, {@code to}, {@code reply},
 * {@code correlate}, {@code take-in}; an unknown step, procedure, mapping or parameter fails when the route is loaded.
 */
public class HubComponent extends DefaultComponent {
    private static final String MAPPING = "mapping";

    private final HubSteps hub;
    private final MappingContexts contexts = new MappingContexts();
    private final Replies replies;

    HubComponent(HubSteps hub) {
        this.hub = hub;
        this.replies = new Replies(hub.catalogue(), hub.channels());
    }

    @Override
    protected Endpoint createEndpoint(String uri, String step, Map<String, Object> parameters) {
        return switch (step) {
            case "from" -> from(uri, parameters);
            case "validate" -> {
                String schema = required(uri, parameters, "schema");
                yield step(uri, new ValidateStep(hub.standards(), schema)::perform);
            }
            case "letters" -> {
                Datatype datatype = Datatype.of(orDefault(take(parameters, "datatype"), "C"));
                yield step(uri, new LettersStep(hub.standards().letters(), datatype)::perform);
            }
            case "map" -> {
                String mapping = required(uri, parameters, MAPPING);
                yield step(uri, new MapStep(hub.mappings().find(mapping), contexts)::perform);
            }
            case "to" -> step(uri, new ToStep(procedures(required(uri, parameters, "procedure")))::perform);
            case "reply" -> step(uri, new ReplyStep(replies, stateSource(uri, parameters))::perform);
            case "correlate" -> {
                String schema = required(uri, parameters, "schema");
                boolean leads = Boolean.parseBoolean(take(parameters, "leads"));
                yield step(uri, new CorrelateStep(hub.standards(), hub.journal(), schema, leads)::perform);
            }
            case "take-in" -> {
                String procedure = required(uri, parameters, "procedure");
                yield new StepEndpoint(
                        uri, this, new TakeInStep(hub.answerIntake(), hub.broker(), hub.rejections(), procedure));
            }
            default -> throw new IllegalArgumentException("Den Schritt hub:" + step + " gibt es nicht.");
        };
    }

    private StepEndpoint step(String uri, java.util.function.Consumer<Hop> work) {
        return new StepEndpoint(uri, this, Step.onHop(work));
    }

    private FromEndpoint from(String uri, Map<String, Object> parameters) {
        String service = take(parameters, "service");
        String answersOf = take(parameters, "answersOf");
        int concurrency = Integer.parseInt(orDefault(take(parameters, "concurrency"), "2"));
        if (service.isEmpty() == answersOf.isEmpty()) {
            throw new IllegalArgumentException(uri + ": Bitte entweder service oder answersOf angeben.");
        }
        String queue = service.isEmpty() ? Queues.answers(answersOf) : Queues.intake(service);
        HopFailure failure = new HopFailure(hub.clearing(), rejection(uri, answersOf, parameters), hub.broker());
        return new FromEndpoint(uri, this, hub.broker(), queue, concurrency, failure, hub.clock());
    }

    private Rejection rejection(String uri, String answersOf, Map<String, Object> parameters) {
        String mapping = take(parameters, "rejectMapping");
        if (mapping.isEmpty()) {
            return new ApplicantRejection(replies);
        }
        String role = required(uri, parameters, "authorRole");
        AnswerRejection rejection =
                new AnswerRejection(hub.mappings().find(mapping), contexts, role, bytes -> readable(answersOf, bytes));
        hub.rejections().put(answersOf, rejection);
        return rejection;
    }

    private MessageHeader readable(String procedure, byte[] bytes) {
        try {
            return hub.catalogue()
                    .require(procedure)
                    .connection()
                    .flatMap(Connection::standard)
                    .map(standard -> hub.standards().header(standard, bytes))
                    .orElseGet(MessageHeader::none);
        } catch (HubException unreadable) {
            // that it cannot be read is what the rejection is about
            return MessageHeader.none();
        }
    }

    private List<Procedure> procedures(String ids) {
        return Arrays.stream(ids.split(","))
                .map(String::strip)
                .map(hub.catalogue()::require)
                .toList();
    }

    private ReplyStep.Source stateSource(String uri, Map<String, Object> parameters) {
        String state = take(parameters, "state");
        return state.isEmpty()
                ? new ReplyStep.Source.Mapped(hub.mappings().find(required(uri, parameters, MAPPING)), contexts)
                : new ReplyStep.Source.Fixed(JourneyState.of(state));
    }

    private static String required(String uri, Map<String, Object> parameters, String name) {
        String value = take(parameters, name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(uri + ": Die Angabe " + name + " fehlt.");
        }
        return value;
    }

    private static String take(Map<String, Object> parameters, String name) {
        Object value = parameters.remove(name);
        return value == null ? "" : value.toString();
    }

    private static String orDefault(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }
}
