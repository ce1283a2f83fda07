package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Asks what lies in the box. */
@XmlRootElement(name = "MsgBoxStatusListRequest")
public class MsgBoxStatusListRequest {
    @XmlElement(name = "MsgSelector")
    public @Nullable MsgSelector selector;

    @XmlAttribute
    public @Nullable Integer maxListItems;

    @XmlAttribute(name = "ListForm")
    public @Nullable String listForm;
}
