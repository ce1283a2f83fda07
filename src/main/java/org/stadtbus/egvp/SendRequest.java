package org.stadtbus.egvp;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message to be sent. */
@XmlRootElement(name = "sendAsynchroniousMessageRequest")
@XmlType(
        name = "",
        propOrder = {
            "userId",
            "messageType",
            "receiverId",
            "receiverKey",
            "subject",
            "signMessage",
            "visualXml",
            "visualXsl",
            "attachments"
        })
public class SendRequest {
    @XmlElement(name = "userID")
    public @Nullable String userId;

    public @Nullable String messageType;

    @XmlElement(name = "receiverID")
    public @Nullable String receiverId;

    public @Nullable String receiverKey;

    public @Nullable String subject;

    public boolean signMessage;

    @XmlMimeType("application/octet-stream")
    @XmlElement(name = "visualXML")
    public @Nullable DataHandler visualXml;

    @XmlMimeType("application/octet-stream")
    @XmlElement(name = "visualXSL")
    public @Nullable DataHandler visualXsl;

    public List<EgvpFile> attachments = new ArrayList<>();
}
