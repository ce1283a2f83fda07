package org.stadtbus.xta.meta;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Who wrote and who sent it. */
@XmlType(name = "OriginatorsType")
public class Originators {
    @XmlElement(name = "Author")
    public @Nullable Party author;

    @XmlElement(name = "Sender")
    public @Nullable Party sender;

    @XmlElement(name = "ReplyTo")
    public @Nullable Party replyTo;
}
