package org.stadtbus.sandbox.xta;

import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.FaultDetail;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.meta.KeyCode;

/** Message ids, on the wire and as names of files. */
final class Names {
    private static final String PREFIX = "urn:de:xta:messageid:sandbox:";

    private Names() {}

    static AttributedURIType uri(String id) {
        AttributedURIType uri = new AttributedURIType();
        uri.setValue(id);
        return uri;
    }

    /** The id of a message that lies in a file of this name. */
    static String id(String file) {
        return PREFIX + file;
    }

    /** The part of an id that makes it differ from others. */
    static String file(String id) {
        return id.substring(id.lastIndexOf(':') + 1);
    }

    static String file(@Nullable AttributedURIType id) {
        return id == null || id.getValue() == null ? "" : file(id.getValue().strip());
    }

    static InvalidMessageIdException unknown() {
        return new InvalidMessageIdException("MessageID unbekannt.", detail("9070", "MessageID nicht bekannt"));
    }

    static FaultDetail detail(String number, String name) {
        FaultDetail detail = new FaultDetail();
        detail.errorCode = new KeyCode();
        detail.errorCode.code = number;
        detail.errorCode.name = name;
        detail.errorCode.listUri = "urn:de:xta:webservice:codeliste:fehlernummer";
        detail.errorCode.listVersion = "1.0";
        return detail;
    }
}
