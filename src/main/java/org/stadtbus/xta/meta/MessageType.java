package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Which kind of message it is: a code, and the schema it follows. */
@XmlType(name = "")
public class MessageType extends KeyCode {
    @XmlAttribute
    public @Nullable String payloadSchema;
}
