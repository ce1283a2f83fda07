package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A request for a message; without an id it is for the next one. */
@XmlRootElement(name = "receiveMessageRequest")
@XmlType(
        name = "",
        propOrder = {"userId", "messageId"})
public class ReceiveRequest {
    @XmlElement(name = "userID")
    public @Nullable String userId;

    @XmlElement(name = "messageID")
    public @Nullable String messageId;
}
