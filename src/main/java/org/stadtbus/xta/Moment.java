package org.stadtbus.xta;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** {@code xs:dateTime}; one without a zone is meant in Germany's. */
public final class Moment extends XmlAdapter<@Nullable String, @Nullable Instant> {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    @Override
    public @Nullable Instant unmarshal(@Nullable String text) {
        if (text == null) {
            return null;
        }
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        return read instanceof LocalDateTime local
                ? local.atZone(GERMANY).toInstant()
                : OffsetDateTime.from(read).toInstant();
    }

    @Override
    public @Nullable String marshal(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
