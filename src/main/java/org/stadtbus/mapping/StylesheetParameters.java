package org.stadtbus.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmArray;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmFunctionItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;
import org.stadtbus.envelope.Attachment;

/** Turns context and directory into the stylesheet's parameters {@code envelope} and {@code directory}. */
final class StylesheetParameters {
    static final QName INPUT = new QName("input");
    private static final QName ENVELOPE = new QName("envelope");
    private static final QName DIRECTORY = new QName("directory");

    private StylesheetParameters() {}

    static Map<QName, XdmValue> of(MappingContext context, XdmFunctionItem directory) {
        Map<QName, XdmValue> parameters = new LinkedHashMap<>();
        parameters.put(ENVELOPE, envelope(context));
        parameters.put(DIRECTORY, directory);
        return parameters;
    }

    private static XdmMap envelope(MappingContext context) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("messageId", context.messageId());
        entries.put("parentMessageId", context.parentMessageId());
        entries.put("journeyId", context.journeyId());
        entries.put("service", context.service());
        entries.put("channel", context.channel());
        entries.put("createdAt", context.createdAt().toString());
        if (context.businessKey() != null) {
            entries.put("businessKey", context.businessKey());
        }
        if (context.replyTo() != null) {
            entries.put("replyTo", context.replyTo());
        }
        XdmArray attachments = new XdmArray();
        for (Attachment attachment : context.attachments()) {
            attachments = attachments.addMember(attachment(attachment));
        }
        return strings(entries).put(new XdmAtomicValue("attachments"), attachments);
    }

    private static XdmMap attachment(Attachment attachment) {
        return strings(Map.of(
                        "id", attachment.id(),
                        "filename", attachment.filename(),
                        "contentType", attachment.contentType(),
                        "purpose", attachment.purpose(),
                        "sha256", attachment.sha256()))
                .put(new XdmAtomicValue("size"), new XdmAtomicValue(attachment.size()));
    }

    static XdmMap strings(Map<String, String> entries) {
        XdmMap map = new XdmMap();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            map = map.put(new XdmAtomicValue(entry.getKey()), new XdmAtomicValue(entry.getValue()));
        }
        return map;
    }
}
