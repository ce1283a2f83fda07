package org.stadtbus.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stadtbus.envelope.Attachment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Where XML names files that travel beside it (XML-binary Optimized Packaging, section 3.2). */
public final class Includes {
    private static final String NAMESPACE = "http://www.w3.org/2004/08/xop/include";
    private static final String CID = "cid:";

    private Includes() {}

    /** The elements {@code xop:Include}. */
    public static Stream<Element> of(Document document) {
        NodeList found = document.getElementsByTagNameNS(NAMESPACE, "Include");
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    /** Whether each of them leads to one of these files: {@code cid:} and its id, as it is or encoded (RFC 2392, section 2). */
    public static boolean lead(Document document, Collection<Attachment> files) {
        return of(document).map(include -> include.getAttribute("href")).allMatch(address -> files.stream()
                .map(file -> CID + file.id())
                .anyMatch(known -> known.equals(address) || known.equals(decoded(address))));
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
