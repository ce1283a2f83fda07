package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** What became of a confirmation. */
@XmlRootElement(name = "commitReceivedMessageResponse")
@XmlType(
        name = "",
        propOrder = {"userId", "messageId", "returnCode"})
public class CommitResponse {
    @XmlElement(name = "userID")
    public @Nullable String userId;

    @XmlElement(name = "messageID")
    public @Nullable String messageId;

    public @Nullable String returnCode;
}
