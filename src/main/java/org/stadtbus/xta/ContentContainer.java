package org.stadtbus.xta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message and its attachments. */
@XmlType(name = "")
public class ContentContainer {
    @XmlElement(name = "Message")
    public @Nullable Content message;

    @XmlElement(name = "Attachment")
    public List<Content> attachments = new ArrayList<>();
}
