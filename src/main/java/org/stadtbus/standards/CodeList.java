package org.stadtbus.standards;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A code list in one version, {@code config/codelists/<name>_<version>.yaml}.
 *
 * @param uri what all its versions are called, in XÖV {@code listURI}
 * @param version in XÖV {@code listVersionID}
 * @param title name for people
 * @param codes code and meaning, in the list's order
 */
public record CodeList(String uri, String version, String title, Map<String, String> codes) {

    /** Keeps a copy in its order. */
    public CodeList {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** Name of its file without ending: the last part of the uri, and the version. */
    String fileName() {
        return uri.substring(uri.lastIndexOf(':') + 1) + "_" + version;
    }
}
