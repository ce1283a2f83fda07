package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.meta.KeyCode;

/** One thing that happened to a message. */
@XmlType(name = "RecordType")
public class TransportRecord {
    @XmlElement(name = "Timestamp")
    public @Nullable Instant timestamp;

    @XmlElement(name = "Code")
    public @Nullable KeyCode code;

    @XmlElement(name = "Reason")
    public @Nullable String reason;
}
