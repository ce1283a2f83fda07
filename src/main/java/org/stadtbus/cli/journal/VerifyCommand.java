package org.stadtbus.cli.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Home;
import org.stadtbus.journal.ChainVerifier;
import org.stadtbus.journal.ChainVerifier.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stadtbus journal verify}: is the journal what the hub wrote? Exit code 0 when it is whole, 1 when it is not. */
@Command(
        name = "verify",
        description =
                "Prüft jeden Eintrag, die Kette, die Prüfpunkte und das Ende; nennt den ersten, der nicht stimmt.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int BROKEN = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", paramLabel = "N", description = "Erst ab diesem Eintrag prüfen (sonst ${DEFAULT-VALUE})")
    private long from = 1;

    @Option(
            names = "--public-key",
            paramLabel = "DATEI",
            description = "PEM-Datei der öffentlichen Schlüssel, denen geglaubt wird (sonst journal-public.pem bei den "
                    + "Schlüsseln des Hubs)")
    private @Nullable Path publicKey;

    @Option(names = "--json", description = "Ausgabe als JSON: {\"intact\", \"number\", \"sentence\", …}")
    private boolean json;

    @Option(names = "--data", paramLabel = "ORDNER", description = "Datenordner des Hubs (sonst wie eingestellt)")
    private @Nullable Path data;

    @Option(names = "--profile", description = "Spring-Profil, z. B. sandbox", split = ",")
    private String[] profiles = {};

    @Option(
            names = "--set",
            paramLabel = "NAME=WERT",
            description = "Einstellung, gewinnt über config/application.yaml")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public Integer call() throws JsonProcessingException {
        settings.putIfAbsent("stadtbus.home", Home.path().toString());
        if (data != null) {
            settings.put("stadtbus.data", data.toString());
        }
        try (ConfigurableApplicationContext tool = Hub.part(JournalFiles.class, settings, profiles);
                ReadOnlyDatabase database = tool.getBean(JournalFiles.class).database()) {
            Path keys = tool.getBean(JournalFiles.class).keys();
            Verdict verdict =
                    ChainVerifier.of(database.dataSource(), publicKey, keys).verify(Math.max(1, from));
            print(verdict);
            return verdict instanceof Verdict.Intact ? 0 : BROKEN;
        }
    }

    private void print(Verdict verdict) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? JsonMapper.builder().build().writeValueAsString(fields(verdict)) : sentence(verdict));
        out.flush();
    }

    private String sentence(Verdict verdict) {
        if (verdict instanceof Verdict.Intact whole) {
            return "Das Journal ist unversehrt: %,d Einträge%s, %,d Prüfpunkte, davon %,d mit Zeitstempel; %,d Einträge warten auf ihren Prüfpunkt. Letzte Prüfsumme: %s"
                    .formatted(
                            whole.events(),
                            from > 1 ? " ab " + from : "",
                            whole.checkpoints(),
                            whole.timeStamps(),
                            whole.unsigned(),
                            whole.head());
        }
        return "Das Journal ist nicht unversehrt. " + ((Verdict.Broken) verdict).sentence();
    }

    private static Map<String, Object> fields(Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (verdict instanceof Verdict.Intact whole) {
            fields.put("intact", true);
            fields.put("events", whole.events());
            fields.put("checkpoints", whole.checkpoints());
            fields.put("timeStamps", whole.timeStamps());
            fields.put("unsigned", whole.unsigned());
            fields.put("head", whole.head());
        } else if (verdict instanceof Verdict.Broken broken) {
            fields.put("intact", false);
            fields.put("number", broken.number());
            fields.put("eventId", broken.eventId());
            fields.put("journeyId", broken.journeyId());
            fields.put("sentence", broken.sentence());
        }
        return fields;
    }
}
