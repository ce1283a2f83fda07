package org.stadtbus.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a route says about itself in {@code route.yaml}; the record of processing activities (Art. 30 GDPR) reads from here.
 *
 * @param service LeiKa key, 14 digits
 * @param states journey state code → sentence for the applicant
 */
public record ServiceRoute(
        String service,
        String title,
        String owner,
        String purpose,
        String legalBasis,
        List<String> dataCategories,
        List<String> recipients,
        String retention,
        String protection,
        String startMode,
        List<Form> forms,
        @Nullable List<String> standards,
        @Nullable Map<String, String> states,
        @Nullable Map<String, String> deadlines) {

    /** A form version the service takes and the JSON Schema that checks it. */
    public record Form(String schemaUri, String schema) {}

    /** Id of the JSON Schema for this form version; empty when the service does not know it. */
    public Optional<String> formSchema(String schemaUri) {
        return forms.stream()
                .filter(f -> f.schemaUri().equals(schemaUri))
                .map(Form::schema)
                .findFirst();
    }

    /** The form version, where the service has only one. */
    public Optional<String> onlyFormSchema() {
        return forms.size() == 1 ? Optional.of(forms.get(0).schemaUri()) : Optional.empty();
    }

    /** The sentence for the applicant in this state, where the route has one. */
    public Optional<String> sentence(String stateCode) {
        return Optional.ofNullable(states == null ? null : states.get(stateCode));
    }
}
