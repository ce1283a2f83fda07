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
 * {@code correlate}, {@code begin}, {@code take-in}; an unknown step, procedure, mapping or parameter fails when the route is loaded.
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
    protected Endpoint createEndpoint(String uri, String step, Map<String, Object> given) {
        Parameters parameters = new Parameters(uri, given);
        return switch (step) {
            case "from" -> from(uri, parameters);
            case "validate" -> {
                String schema = parameters.required("schema");
                yield step(uri, new ValidateStep(hub.standards(), schema)::perform);
            }
            case "letters" -> {
                Datatype datatype = Datatype.of(parameters.orDefault("datatype", "C"));
                yield step(uri, new LettersStep(hub.standards().letters(), datatype)::perform);
            }
            case "map" -> {
                String mapping = parameters.required(MAPPING);
                boolean attachments = Boolean.parseBoolean(parameters.orDefault("attachments", "true"));
                yield step(uri, new MapStep(hub.mappings().find(mapping), contexts, attachments)::perform);
            }
            case "to" -> step(uri, new ToStep(procedures(parameters.required("procedure")))::perform);
            case "reply" -> step(uri, new ReplyStep(replies, hub.returned(), stateSource(uri, parameters))::perform);
            case "correlate" -> {
                CorrelateStep.Terms terms = CorrelateStep.Terms.of(parameters);
                yield step(uri, new CorrelateStep(hub.standards(), hub.journal(), terms)::perform);
            }
            case "begin" -> {
                String service = declared(uri, parameters.required("service"));
                String schema = parameters.required("schema");
                yield step(uri, new BeginStep(hub.standards(), hub.beginnings(), service, schema)::perform);
            }
            case "take-in" -> {
                String procedure = parameters.required("procedure");
                yield new StepEndpoint(
                        uri,
                        this,
                        new TakeInStep(hub.answerIntake(), hub.broker(), hub.rejections(), hub.originals(), procedure));
            }
            default -> throw new IllegalArgumentException("Den Schritt hub:" + step + " gibt es nicht.");
        };
    }

    private StepEndpoint step(String uri, java.util.function.Consumer<Hop> work) {
        return new StepEndpoint(uri, this, Step.onHop(work));
    }

    private FromEndpoint from(String uri, Parameters parameters) {
        String service = parameters.take("service");
        String answersOf = parameters.take("answersOf");
        int concurrency = Integer.parseInt(parameters.orDefault("concurrency", "2"));
        if (service.isEmpty() == answersOf.isEmpty()) {
            throw new IllegalArgumentException(uri + ": Bitte entweder service oder answersOf angeben.");
        }
        String replyMapping = parameters.take("replyMapping");
        if (!replyMapping.isEmpty()) {
            requireReceiver(answersOf);
            hub.returned().put(answersOf, hub.mappings().find(replyMapping));
        }
        String queue = service.isEmpty() ? Queues.answers(answersOf) : Queues.intake(service);
        HopFailure failure = new HopFailure(hub.clearing(), rejection(uri, answersOf, parameters), hub.broker());
        return new FromEndpoint(uri, this, hub.broker(), queue, concurrency, failure, hub.clock());
    }

    private Rejection rejection(String uri, String answersOf, Parameters parameters) {
        String mapping = parameters.take("rejectMapping");
        if (mapping.isEmpty()) {
            return new ApplicantRejection(replies);
        }
        requireReceiver(answersOf);
        String role = parameters.take("authorRole");
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

    private String declared(String uri, String service) {
        if (hub.catalogue().findRoute(service).isEmpty()) {
            throw new IllegalArgumentException(uri + ": Für die Leistung " + service + " fehlt die route.yaml.");
        }
        return service;
    }

    private List<Procedure> procedures(String ids) {
        return Arrays.stream(ids.split(","))
                .map(String::strip)
                .map(this::receiver)
                .toList();
    }

    private void requireReceiver(String answersOf) {
        if (!answersOf.isEmpty()) {
            receiver(answersOf);
        }
    }

    /** A procedure that something may be handed to. */
    private Procedure receiver(String id) {
        Procedure procedure = hub.catalogue().require(id);
        if (!procedure.connection().map(Connection::hasSink).orElse(true)) {
            throw new IllegalArgumentException(
                    "Das Fachverfahren »" + id
                            + "« gibt nur ab; was ihm übergeben wird, bliebe liegen. Bitte in seiner Anbindung properties angeben.");
        }
        return procedure;
    }

    private ReplyStep.Source stateSource(String uri, Parameters parameters) {
        String state = parameters.take("state");
        return state.isEmpty()
                ? new ReplyStep.Source.Mapped(hub.mappings().find(parameters.required(MAPPING)), contexts)
                : new ReplyStep.Source.Fixed(JourneyState.of(state));
    }
}
