package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in a mailbox. */
@XmlRootElement(name = "getUncommittedMessageIDsResponse")
@XmlType(
        name = "",
        propOrder = {"count", "messages", "returnCode"})
public class UncommittedResponse {
    public @Nullable Integer count;

    @XmlElement(name = "uncommittedMessages")
    public List<UncommittedMessage> messages = new ArrayList<>();

    public @Nullable String returnCode;
}
