package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A message that lies in a mailbox. */
@XmlType(
        name = "UncommittedMessageType",
        propOrder = {"messageId", "osciDate"})
public class UncommittedMessage {
    @XmlElement(name = "messageID")
    public @Nullable String messageId;

    @XmlSchemaType(name = "dateTime")
    public @Nullable String osciDate;
}
