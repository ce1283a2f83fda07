package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** How far a message is. */
@XmlRootElement(name = "getStateResponse")
@XmlType(
        name = "",
        propOrder = {"customId", "messageId", "senderId", "receiverId", "state", "time", "returnCode"})
public class StateResponse {
    @XmlElement(name = "customID")
    public @Nullable String customId;

    @XmlElement(name = "messageID")
    public @Nullable String messageId;

    @XmlElement(name = "senderID")
    public @Nullable String senderId;

    @XmlElement(name = "receiverID")
    public @Nullable String receiverId;

    public @Nullable String state;

    @XmlSchemaType(name = "dateTime")
    public @Nullable String time;

    public @Nullable String returnCode;
}
