package org.stadtbus.testkit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Ports;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.sandbox.City;

/** A hub with a whole sandbox city beside it, both in this JVM and in one folder; what the hub logs is kept. */
public final class RunningHub implements AutoCloseable {
    private final URI uri;
    private final City city;
    private final ConfigurableApplicationContext context;
    private final Lines log = new Lines();

    private RunningHub(URI uri, City city, ConfigurableApplicationContext context) {
        this.uri = uri;
        this.city = city;
        this.context = context;
        log.start();
        root().addAppender(log);
    }

    /**
     * Starts both.
     *
     * @param folder for everything they keep
     * @param settings win over those of the city
     * @param profiles of the hub; with none it is a production hub
     */
    public static RunningHub start(Path folder, Map<String, String> settings, String... profiles) {
        URI uri = URI.create("http://127.0.0.1:" + Ports.free());
        City city = City.start(folder.resolve("stadt"), uri);
        Map<String, String> all = settings(folder, uri, city);
        all.putAll(settings);
        try {
            return new RunningHub(uri, city, Hub.start(all, profiles));
        } catch (RuntimeException e) {
            city.close();
            throw e;
        }
    }

    /** Settings for a hub at this address beside this city. */
    public static Map<String, String> settings(Path folder, URI uri, City city) {
        Map<String, String> all = new LinkedHashMap<>(city.hubSettings());
        all.put("stadtbus.home", Path.of("").toAbsolutePath().toString());
        all.put("stadtbus.data", folder.resolve("hub").toString());
        all.put("server.port", String.valueOf(uri.getPort()));
        return all;
    }

    public URI uri() {
        return uri;
    }

    public City city() {
        return city;
    }

    /** What the hub's journal says. */
    public JournalQueries journal() {
        return context.getBean(JournalQueries.class);
    }

    /** A part of the hub. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A part of the hub of which there are several. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** What was logged since the start: each message, with its stack trace. */
    public List<String> log() {
        return List.copyOf(log.lines);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        context.close();
        city.close();
        root().detachAppender(log);
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String trace = event.getThrowableProxy() == null
                    ? ""
                    : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }
    }
}
