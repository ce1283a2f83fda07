package org.stadtbus.egvp;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.annotation.XmlMimeType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A file of a message. */
@XmlType(
        name = "AttachmentType",
        propOrder = {"data", "name"})
public class EgvpFile {
    @XmlMimeType("application/octet-stream")
    public @Nullable DataHandler data;

    public @Nullable String name;
}
