package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The confirmation of a message. */
@XmlRootElement(name = "commitReceivedMessageRequest")
@XmlType(
        name = "",
        propOrder = {"userId", "messageId"})
public class CommitRequest {
    @XmlElement(name = "userID")
    public @Nullable String userId;

    @XmlElement(name = "messageID")
    public @Nullable String messageId;
}
