package org.stadtbus.egvp;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** What became of a message to be sent; the custom id is there when it was taken. */
@XmlRootElement(name = "sendAsynchroniousMessageResponse")
@XmlType(
        name = "",
        propOrder = {"customId", "returnCode", "errorDetails", "errorDescription"})
public class SendResponse {
    @XmlElement(name = "customID")
    public @Nullable String customId;

    public @Nullable String returnCode;

    public @Nullable String errorDetails;

    public @Nullable String errorDescription;
}
