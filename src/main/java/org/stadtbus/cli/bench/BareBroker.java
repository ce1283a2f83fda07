package org.stadtbus.cli.bench;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The yardstick: durable transacted send and transacted consume of one message at a time, nothing else. */
final class BareBroker {
    private final ConnectionFactory factory;
    private final byte[] payload;

    BareBroker(ConnectionFactory factory, byte[] payload) {
        this.factory = factory;
        this.payload = payload.clone();
    }

    /** Runs this many pairs of sender and consumer side by side for the given time. */
    Series run(int pairs, Duration time) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(pairs);
        try (Connection connection = factory.createConnection()) {
            connection.start();
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<List<Duration>>> work = new ArrayList<>();
            for (int i = 0; i < pairs; i++) {
                String queue = "bench." + i;
                work.add(() -> pair(connection, queue, end));
            }
            List<Duration> all = new ArrayList<>();
            for (Future<List<Duration>> done : pool.invokeAll(work)) {
                all.addAll(done.get());
            }
            return Series.of(Distribution.of(all), (System.nanoTime() - begin) / 1e9);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Duration> pair(Connection connection, String queue, long end) throws JMSException {
        List<Duration> took = new ArrayList<>();
        try (Session send = connection.createSession(true, Session.SESSION_TRANSACTED);
                Session receive = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = send.createProducer(send.createQueue(queue));
                MessageConsumer consumer = receive.createConsumer(receive.createQueue(queue))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                BytesMessage message = send.createBytesMessage();
                message.writeBytes(payload);
                producer.send(message);
                send.commit();
                consumer.receive();
                receive.commit();
                took.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        return took;
    }
}
