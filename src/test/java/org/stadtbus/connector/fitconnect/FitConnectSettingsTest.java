package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stadtbus.broker.Lease;
import org.stadtbus.intake.Intake;
import org.stadtbus.intake.IntakeProperties;
import org.stadtbus.pressure.Gate;
import org.stadtbus.vault.Vault;

class FitConnectSettingsTest {
    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(basePackageClasses = FitConnectProperties.class)
    @Import({FitConnectConfiguration.class, CallbackController.class, FitConnectReplies.class})
    static class Channel {}

    private static ApplicationContextRunner hub(TestCity city) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
                .withUserConfiguration(Channel.class)
                .withBean(Intake.class, () -> city.intake)
                .withBean(Vault.class, () -> city.vault)
                .withBean(IntakeProperties.class, () -> city.limits)
                .withBean(Lease.class, () -> () -> true)
                .withBean(Gate.class, Gate::open)
                .withBean("clock", Clock.class, Clock::systemUTC);
    }

    private static List<String> complete(TestCity city, Path folder) {
        return new ArrayList<>(List.of(
                "stadtbus.fit-connect.api-url=" + city.server().uri(),
                "stadtbus.fit-connect.token-url=" + city.tokenUrl(),
                "stadtbus.fit-connect.client-id=hub",
                "stadtbus.fit-connect.client-secret=hub+geheim&",
                "stadtbus.fit-connect.destination-id=" + TestCity.DESTINATION,
                "stadtbus.fit-connect.decryption-keys=" + folder.resolve("enc.jwk.json"),
                "stadtbus.fit-connect.signing-key=" + folder.resolve("sig.jwk.json"),
                "stadtbus.fit-connect.callback-secret=callback-geheim"));
    }

    @Test
    void withoutAnApiAddressThereIsNoChannel(@TempDir Path folder) throws Exception {
        try (TestCity city = new TestCity(folder)) {
            hub(city).run(context -> assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(FitConnectReplies.class)
                    .doesNotHaveBean(FitConnectProperties.class)
                    .doesNotHaveBean(Poller.class)
                    .doesNotHaveBean(CallbackController.class));
        }
    }

    @Test
    void completeSettingsMakeAChannelThatReachesTheZustellpunkt(@TempDir Path folder) throws Exception {
        try (TestCity city = new TestCity(folder)) {
            hub(city)
                    .withPropertyValues(complete(city, folder).toArray(String[]::new))
                    .run(context -> {
                        assertThat(context).hasNotFailed().hasSingleBean(Poller.class);
                        assertThat(context.getBean(FitConnectApi.class).waiting())
                                .isEmpty();
                        FitConnectProperties settings = context.getBean(FitConnectProperties.class);
                        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(30));
                        assertThat(settings.toString()).doesNotContain("geheim");
                    });
        }
    }

    @Test
    void halfASettingStopsTheStart(@TempDir Path folder) throws Exception {
        try (TestCity city = new TestCity(folder)) {
            for (int missing = 1; missing < complete(city, folder).size(); missing++) {
                List<String> settings = complete(city, folder);
                settings.remove(missing);
                hub(city).withPropertyValues(settings.toArray(String[]::new)).run(context -> assertThat(context)
                        .hasFailed());
            }
        }
    }

    @Test
    void aKeyThatIsNoPrivateKeyStopsTheStartAndNamesTheFile(@TempDir Path folder) throws Exception {
        try (TestCity city = new TestCity(folder)) {
            java.nio.file.Files.writeString(folder.resolve("sig.jwk.json"), "{\"kty\":\"RSA\"}");
            hub(city)
                    .withPropertyValues(complete(city, folder).toArray(String[]::new))
                    .run(context -> assertThat(context).getFailure().rootCause().satisfies(e -> assertThat(
                                    context.getStartupFailure())
                            .hasStackTraceContaining("sig.jwk.json")));
        }
    }
}
