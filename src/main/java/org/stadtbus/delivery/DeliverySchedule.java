package org.stadtbus.delivery;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock that attempts, breakers, windows and orders go by: the machine's, as the broker's, whatever time a test drive writes
 * into its messages.
 */
@Configuration(proxyBeanMethods = false)
class DeliverySchedule {
    static final String CLOCK = "deliveryClock";

    @Bean(CLOCK)
    Clock clock() {
        return Clock.systemUTC();
    }
}
