package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A question for what lies in a mailbox. */
@XmlRootElement(name = "getUncommittedMessageIDsRequest")
@XmlType(
        name = "",
        propOrder = {"userId"})
public class UncommittedRequest {
    @XmlElement(name = "userID")
    public @Nullable String userId;
}
