package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a procedure is reached: the connector and the properties of its Kamelets, with their placeholders as written. */
public final class Connection {
    private final String connector;
    private final Map<String, String> properties;
    private final @Nullable Map<String, String> source;
    private final @Nullable String standard;

    @JsonCreator
    Connection(
            String connector,
            @Nullable Map<String, String> properties,
            @Nullable Map<String, String> source,
            @Nullable String standard) {
        this.connector = connector;
        this.properties = properties == null ? Map.of() : new LinkedHashMap<>(properties);
        this.source = source == null ? null : new LinkedHashMap<>(source);
        this.standard = standard;
    }

    /** Folder name under {@code connectors/}. */
    public String connector() {
        return connector;
    }

    /** The official bundle answers of this procedure follow. */
    public Optional<String> standard() {
        return Optional.ofNullable(standard);
    }

    /** True when the hub fetches answers from this procedure. */
    public boolean hasSource() {
        return source != null;
    }

    /** Properties of the sink Kamelet as written. */
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    /** Properties of the source Kamelet as written; empty when there is no source. */
    public Map<String, String> source() {
        return source == null ? Map.of() : Map.copyOf(source);
    }
}
