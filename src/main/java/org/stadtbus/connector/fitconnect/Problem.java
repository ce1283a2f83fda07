package org.stadtbus.connector.fitconnect;

import java.util.Map;
import java.util.Set;
import org.stadtbus.envelope.HubException;

/** A refusal as a {@code reject-submission} event names it: type (ends with the hub's problem code), title, detail, instance. */
final class Problem {
    private static final String COMMON = "https://schema.fitko.de/fit-connect/events/problems/";
    private static final String OWN = "urn:stadtbus:problem:";
    private static final Set<String> COMMON_CODES =
            Set.of(Refused.ENCRYPTION, Refused.HASH, Refused.SYNTAX, Refused.SCHEMA, Refused.ATTACHMENTS);
    private static final Set<String> ABOUT_DATA = Set.of(Refused.SCHEMA, "not-json", "not-utf-8", "empty");

    private Problem() {}

    static Map<String, String> of(HubException why) {
        String code = why.problemCode();
        return Map.of(
                "type",
                (COMMON_CODES.contains(code) ? COMMON : OWN) + code,
                "title",
                "Einreichung nicht angenommen",
                "detail",
                why.sentence(),
                "instance",
                part(why).instance());
    }

    private static Part part(HubException why) {
        if (why instanceof Refused refused) {
            return refused.part();
        }
        return ABOUT_DATA.contains(why.problemCode()) ? Part.DATA : Part.SUBMISSION;
    }
}
