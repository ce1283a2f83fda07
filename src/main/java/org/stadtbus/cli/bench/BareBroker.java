package org.stadtbus.cli.bench;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The yardstick: a durable transacted send and the transacted consume of one message at a time, nothing else. */
final class BareBroker implements Contender {
    private final Connection connection;
    private final Target target;
    private final BlockingQueue<Pair> idle = new LinkedBlockingQueue<>();
    private final AtomicInteger made = new AtomicInteger();

    /** @param target is told of what was consumed, without HTTP */
    BareBroker(ConnectionFactory broker, Target target) throws JMSException {
        this.connection = broker.createConnection();
        this.target = target;
        connection.start();
    }

    @Override
    public String id() {
        return "a";
    }

    @Override
    public String title() {
        return "Broker allein";
    }

    @Override
    public void send(Workload workload, int number, byte[] message) throws JMSException {
        Pair idlePair = idle.poll();
        Pair pair = idlePair == null ? new Pair(connection, "bench." + made.incrementAndGet()) : idlePair;
        pair.pass(message);
        idle.add(pair);
        target.arrived(Payloads.number(message));
    }

    @Override
    public void settle() {
        // each message was consumed before the next was sent
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }

    /** A producer and a consumer on a queue of their own. */
    private static final class Pair {
        private final Session send;
        private final Session receive;
        private final MessageProducer producer;
        private final MessageConsumer consumer;

        Pair(Connection connection, String queue) throws JMSException {
            send = connection.createSession(true, Session.SESSION_TRANSACTED);
            receive = connection.createSession(true, Session.SESSION_TRANSACTED);
            producer = send.createProducer(send.createQueue(queue));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            consumer = receive.createConsumer(receive.createQueue(queue));
        }

        void pass(byte[] payload) throws JMSException {
            BytesMessage message = send.createBytesMessage();
            message.writeBytes(payload);
            producer.send(message);
            send.commit();
            BytesMessage taken = (BytesMessage) consumer.receive();
            taken.readBytes(new byte[Math.toIntExact(taken.getBodyLength())]);
            receive.commit();
        }
    }
}
