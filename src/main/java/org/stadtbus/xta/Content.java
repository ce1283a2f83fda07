package org.stadtbus.xta;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** Bytes with a name and a media type; streamed as MTOM part. */
@XmlType(name = "ContentType")
public class Content {
    @XmlValue
    @XmlMimeType("application/octet-stream")
    public @Nullable DataHandler bytes;

    @XmlAttribute
    public @Nullable String contentDescription;

    @XmlAttribute
    public @Nullable String contentType;

    @XmlAttribute
    public @Nullable String encoding;

    @XmlAttribute
    public @Nullable String filename;

    @XmlAttribute
    public @Nullable String id;

    @XmlAttribute
    public @Nullable String lang;

    @XmlAttribute
    public @Nullable Long size;
}
