package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** State of the transport: 0 open, 1 green, 2 yellow, 3 red; and what happened. */
@XmlType(name = "MessageStatusType")
public class MessageStatus {
    @XmlElement(name = "Status")
    public @Nullable Integer status;

    @XmlElement(name = "ErrorList")
    public @Nullable ErrorList errors;

    @XmlElement(name = "WarnList")
    public @Nullable WarnList warnings;

    @XmlElement(name = "InfoList")
    public @Nullable InfoList infos;
}
