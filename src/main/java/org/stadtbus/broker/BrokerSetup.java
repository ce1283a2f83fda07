package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.stadtbus.envelope.HubException;

/**
 * Refuses a broker that would break a promise of the hub, and gives an external one the settings of the hub's queues (the embedded one
 * has them from its configuration). Happens on every new connection: after a failover it is another broker.
 */
final class BrokerSetup implements Link.User {
    /** Attributes of the server that must be true → what is wrong otherwise. */
    private static final Map<String, String> PROMISES = promises();

    private final Map<String, AddressSettings> settings;

    /** @param settings queue name or pattern → what the broker is to be told; empty for the embedded one */
    BrokerSetup(Map<String, AddressSettings> settings) {
        this.settings = Map.copyOf(settings);
    }

    private static Map<String, String> promises() {
        Map<String, String> promises = new LinkedHashMap<>();
        promises.put("persistenceEnabled", "er schreibt Nachrichten nicht auf Platte (persistence-enabled)");
        promises.put("persistIDCache", "er vergisst bei einem Neustart, was er schon hat (persist-id-cache)");
        promises.put("journalSyncTransactional", "er bestätigt, bevor er geschrieben hat (journal-sync-transactional)");
        return promises;
    }

    @Override
    public void begin(Connection connection) throws JMSException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                Management management = new Management(session)) {
            for (String promise : PROMISES.keySet()) {
                management.askFor(promise);
            }
            for (Map.Entry<String, AddressSettings> queues : settings.entrySet()) {
                management.set(queues.getKey(), queues.getValue());
            }
            check(management.answers());
        } catch (JMSSecurityException e) {
            throw refused(
                    "sein Verwalter gibt dem Hub nicht die Rechte, die er braucht (docs/broker.md): " + e.getMessage());
        }
    }

    private static void check(List<Object> answers) {
        int i = 0;
        for (String wrong : PROMISES.values()) {
            if (!Boolean.TRUE.equals(answers.get(i++))) {
                throw refused(wrong);
            }
        }
    }

    private static HubException refused(String why) {
        return HubException.permanent(
                "broker-unfit", "Der Broker ist für den Stadtbus nicht eingerichtet: " + why + ".");
    }
}
