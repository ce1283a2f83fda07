package org.stadtbus.connector.mqtt;

import org.stadtbus.connector.PollWatch;

/** Watches over a subscription. */
public final class MqttWatch extends PollWatch {

    /** Words failures as the sink does. */
    public MqttWatch() {
        super(MqttFailures::explain);
    }
}
