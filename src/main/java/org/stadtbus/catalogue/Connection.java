package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a procedure is reached: the connector and the properties of its Kamelets, with their placeholders as written. */
public final class Connection {
    private final String connector;
    private final @Nullable Map<String, String> properties;
    private final @Nullable Map<String, String> source;
    private final @Nullable String standard;
    private final @Nullable String when;

    @JsonCreator
    Connection(
            String connector,
            @Nullable Map<String, String> properties,
            @Nullable Map<String, String> source,
            @Nullable String standard,
            @Nullable String when) {
        this.connector = connector;
        this.properties = properties == null ? null : new LinkedHashMap<>(properties);
        this.source = source == null ? null : new LinkedHashMap<>(source);
        this.standard = standard;
        this.when = when;
    }

    /** Folder name under {@code connectors/}. */
    public String connector() {
        return connector;
    }

    /** The official bundle answers of this procedure follow. */
    public Optional<String> standard() {
        return Optional.ofNullable(standard);
    }

    /** Name of the setting without which the procedure is not connected, here and now; empty: always connected. */
    public Optional<String> when() {
        return Optional.ofNullable(when);
    }

    /** True when the hub fetches answers from this procedure. */
    public boolean hasSource() {
        return source != null;
    }

    /** True when the hub hands messages to this procedure; false when it only brings some: it has a source and no properties beside it. */
    public boolean hasSink() {
        return properties != null || source == null;
    }

    /** Properties of the sink Kamelet as written; empty when there are none. */
    public Map<String, String> properties() {
        return properties == null ? Map.of() : Map.copyOf(properties);
    }

    /** Properties of the source Kamelet as written; empty when there is no source. */
    public Map<String, String> source() {
        return source == null ? Map.of() : Map.copyOf(source);
    }
}
