package org.stadtbus.intake;

import java.util.regex.Pattern;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** What an application must be to be taken in. */
final class ApplicationCheck {
    private static final Pattern PRINTABLE = Pattern.compile("[\\w:./-]{1,200}");

    private final Catalogue catalogue;
    private final Standards standards;
    private final ServiceGate gate;
    private final IntakeProperties properties;

    ApplicationCheck(Catalogue catalogue, Standards standards, ServiceGate gate, IntakeProperties properties) {
        this.catalogue = catalogue;
        this.standards = standards;
        this.gate = gate;
        this.properties = properties;
    }

    /**
     * The form as the hub keeps it.
     *
     * @throws HubException rejected as {@link Intake#accept} says, transient when the service is closed
     */
    byte[] form(Application application) {
        ServiceRoute route =
                catalogue.findRoute(application.service()).orElseThrow(() -> unknownService(application.service()));
        gate.closedBecause(application.service()).ifPresent(why -> {
            throw new HubException(FailureKind.TRANSIENT, "service-closed", why);
        });
        if (application.test() && !properties.acceptTest()) {
            throw testInProduction();
        }
        String schema = route.formSchema(application.formSchema())
                .orElseThrow(() -> HubException.rejected(
                        "unknown-form",
                        "Die Formularversion" + shown(application.formSchema()) + " ist hier nicht bekannt."));
        byte[] form = CanonicalForm.of(application.form(), properties.maxForm().toBytes());
        if (standards.validate(schema, form) instanceof ValidationResult.Invalid invalid) {
            throw HubException.rejected(
                    "schema-violation",
                    "Die Formulardaten sind nicht vollständig oder nicht richtig: " + invalid.sentence());
        }
        return form;
    }

    /** The refusal of what its sender marked as a test. */
    static HubException testInProduction() {
        return HubException.rejected(
                "test-in-production", "Die Nachricht ist als Test gekennzeichnet; dieses System ist kein Testsystem.");
    }

    /** The refusal of what is for a service without a route. */
    static HubException unknownService(String service) {
        return HubException.rejected(
                "unknown-service", "Die Leistung" + shown(service) + " bietet die Stadt hier nicht an.");
    }

    /** True for what may be repeated in a sentence, whoever wrote it: keys and addresses of schemas. */
    static boolean isPrintable(String given) {
        return PRINTABLE.matcher(given).matches();
    }

    private static String shown(String given) {
        return isPrintable(given) ? " " + given : "";
    }
}
