package org.stadtbus.cli.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.stadtbus.envelope.HubException;
import org.stadtbus.mapping.Authorities;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.MappingContext;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** The hub's own validation and mapping without broker, journal, vault and token; the sender waits for the target. */
final class StepsContender implements Contender {
    private final HttpSender http;
    private final Target target;
    private final Standards standards;
    private final Mapping mapping;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final Door door;

    StepsContender(BenchHome home, Path folder, Target target, HttpSender http) throws Exception {
        this.http = http;
        this.target = target;
        this.standards =
                Standards.load(home.folder().resolve("config"), home.folder().resolve("standards"));
        this.mapping = Mappings.load(home.folder().resolve("mappings"), Authorities.NONE)
                .find("bench");
        camel.start();
        this.template = camel.createProducerTemplate();
        this.door = new Door(folder, this::pass);
    }

    private void pass(int number, byte[] message) {
        valid("bench-meldung", message);
        byte[] made = mapping.apply(message, context()).bytes();
        valid("bench-vorgang", made);
        template.sendBody(target.uri() + "/" + number + "?httpMethod=POST", made);
    }

    private void valid(String schema, byte[] message) {
        if (standards.validate(schema, message) instanceof ValidationResult.Invalid invalid) {
            throw HubException.permanent("bench-invalid", invalid.sentence());
        }
    }

    private static MappingContext context() {
        return new MappingContext("", "", "", "", "", Instant.EPOCH, null, null, List.of());
    }

    @Override
    public String id() {
        return "d";
    }

    @Override
    public String title() {
        return "Bausteine des Hubs ohne Broker und Journal";
    }

    @Override
    public void send(Workload workload, int number, byte[] message) throws Exception {
        http.post(door.address(number), "", message);
    }

    @Override
    public void settle() {
        // what has arrived at the target is done
    }

    @Override
    public void close() throws Exception {
        door.close();
        camel.close();
    }
}
