package org.stadtbus.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mapping.yaml} says (JSON Schema {@code mapping.schema.json}).
 *
 * @param title German title, shown in the console
 * @param owner organisational unit that answers for the mapping
 * @param input what it reads
 * @param output what it makes
 */
public record MappingDescription(
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String owner,
        @JsonProperty(required = true) Input input,
        @JsonProperty(required = true) Output output) {

    /** The formats a stylesheet can read or make. */
    public enum Format {
        /** UTF-8 JSON; arrives in the stylesheet as string parameter {@code input}. */
        @JsonProperty("json")
        JSON,
        /** XML; arrives as context document. */
        @JsonProperty("xml")
        XML,
        /** Separated values; output only. */
        @JsonProperty("csv")
        CSV,
        /**
         * A table in the layout beside the mapping, {@code in.layout.yaml} or {@code out.layout.yaml}; for the stylesheet a JSON array
         * of objects.
         */
        @JsonProperty("table")
        TABLE,
        /** Plain text; output only. */
        @JsonProperty("text")
        TEXT;

        /** Name as written in the file. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the mapping reads.
     *
     * @param format {@code json}, {@code xml} or {@code table}
     * @param schema id of the schema the input is valid against; absent when there is none
     */
    public record Input(@JsonProperty(required = true) Format format, @Nullable String schema) {}

    /**
     * What the mapping makes.
     *
     * @param format format of the bytes
     * @param contentType media type without charset
     * @param charset IANA name of the encoding, UTF-8 by default; a table has that of its layout
     * @param messageType message type of the product, e.g. {@code baugenehmigung.antrag.0200}
     * @param schema id of the schema the output is valid against; absent when there is none
     * @param extension file name extension without the dot
     */
    public record Output(
            @JsonProperty(required = true) Format format,
            @JsonProperty(required = true) String contentType,
            @Nullable String charset,
            @JsonProperty(required = true) String messageType,
            @Nullable String schema,
            @JsonProperty(required = true) String extension) {

        /** The encoding of the product. */
        Charset encoding() {
            return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
        }
    }
}
