package org.stadtbus.egvp;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A message, packed as a ZIP file. */
@XmlRootElement(name = "receiveMessageResponse")
@XmlType(
        name = "",
        propOrder = {"messageId", "zip", "returnCode", "returnCodeDetails"})
public class ReceiveResponse {
    @XmlElement(name = "messageID")
    public @Nullable String messageId;

    @XmlMimeType("application/octet-stream")
    @XmlElement(name = "messageZIP")
    public @Nullable DataHandler zip;

    public @Nullable String returnCode;

    public @Nullable String returnCodeDetails;
}
