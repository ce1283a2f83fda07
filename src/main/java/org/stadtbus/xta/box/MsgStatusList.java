package org.stadtbus.xta.box;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.stadtbus.xta.Names;
import org.stadtbus.xta.meta.MessageMetaData;

/** What lies in the box. */
@XmlRootElement(name = "MsgStatusList")
public class MsgStatusList {
    @XmlElement(name = "MsgAttributes")
    public List<MsgAttributes> attributes = new ArrayList<>();

    @XmlElement(name = "MessageMetaData", namespace = Names.META)
    public List<MessageMetaData> metaData = new ArrayList<>();
}
