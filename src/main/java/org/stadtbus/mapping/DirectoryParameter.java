package org.stadtbus.mapping;

import java.util.Map;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import org.jspecify.annotations.Nullable;

/** The directory as stylesheets see it; made anew only when the directory has changed. */
final class DirectoryParameter {
    private volatile @Nullable Made last;

    private record Made(Map<String, Map<String, String>> directory, XdmMap roles) {}

    XdmMap of(Map<String, Map<String, String>> directory) {
        Made known = last;
        if (known == null || !known.directory().equals(directory)) {
            known = new Made(directory, roles(directory));
            last = known;
        }
        return known.roles();
    }

    private static XdmMap roles(Map<String, Map<String, String>> directory) {
        XdmMap roles = new XdmMap();
        for (Map.Entry<String, Map<String, String>> role : directory.entrySet()) {
            roles = roles.put(new XdmAtomicValue(role.getKey()), StylesheetParameters.strings(role.getValue()));
        }
        return roles;
    }
}
