package org.stadtbus.connector.fitconnect;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.broker.Lease;
import org.stadtbus.intake.Intake;
import org.stadtbus.intake.IntakeProperties;
import org.stadtbus.pressure.Gate;
import org.stadtbus.vault.Vault;

/** Puts the channel together where it is set up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("stadtbus.fit-connect.api-url")
class FitConnectConfiguration {

    @Bean
    FitConnectApi fitConnectApi(
            FitConnectProperties settings, IntakeProperties limits, @Qualifier("clock") Clock clock) {
        Http http = new Http();
        return new FitConnectApi(http, new AccessTokens(http, settings, clock), settings, limits);
    }

    @Bean
    CallbackCheck fitConnectCallbackCheck(FitConnectProperties settings, @Qualifier("clock") Clock clock) {
        return new CallbackCheck(settings.callbackSecret(), clock);
    }

    @Bean
    Poller fitConnectPoller(
            FitConnectApi api,
            Intake intake,
            Vault vault,
            FitConnectProperties settings,
            IntakeProperties limits,
            Lease polling,
            Gate room,
            @Qualifier("clock") Clock clock) {
        PrivateKeys keys = PrivateKeys.read(settings);
        AttachmentLoader attachments = new AttachmentLoader(api, keys.decryption(), vault, limits);
        SubmissionOpener opener = new SubmissionOpener(keys.decryption(), new MetadataReader(), attachments);
        EventSigner events = new EventSigner(keys.signing(), settings.destinationId(), clock);
        SubmissionHandler handler = new SubmissionHandler(api, opener, intake, events);
        return new Poller(
                api,
                handler,
                new Attempts(settings.pollInterval(), clock),
                settings,
                () -> polling.held() && !room.isClosed());
    }
}
