package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A question for a state. */
@XmlRootElement(name = "getStateRequest")
@XmlType(
        name = "",
        propOrder = {"userId", "customOrMessageId"})
public class StateRequest {
    @XmlElement(name = "userID")
    public @Nullable String userId;

    @XmlElement(name = "customOrMessageID")
    public @Nullable String customOrMessageId;
}
