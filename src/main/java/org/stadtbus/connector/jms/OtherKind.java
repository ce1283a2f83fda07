package org.stadtbus.connector.jms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageEOFException;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/**
 * What came in a message that is neither text nor bytes (Jakarta Messaging 3.1, section 3.11), as people can read it: its properties and
 * entries as JSON. A Java object stays as it was serialised; nothing of it is ever unpacked.
 *
 * @param bytes as they are kept
 */
record OtherKind(String contentType, String extension, byte[] bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads it. */
    static OtherKind of(Message wire) throws JMSException {
        if (wire instanceof ObjectMessage && wire instanceof ActiveMQMessage artemis) {
            return new OtherKind("application/x-java-serialized-object", "ser", serialised(artemis));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("eigenschaften", properties(wire));
        if (wire instanceof MapMessage map) {
            content.put("eintraege", entries(map));
        }
        if (wire instanceof StreamMessage stream) {
            content.put("werte", values(stream));
        }
        return new OtherKind("application/json", "json", json(content));
    }

    /** What follows the length; the client has read it once already. */
    private static byte[] serialised(ActiveMQMessage wire) {
        ActiveMQBuffer body = wire.getCoreMessage().getBodyBuffer();
        body.resetReaderIndex();
        body.skipBytes(Math.min(body.readableBytes(), Integer.BYTES));
        byte[] bytes = new byte[body.readableBytes()];
        body.readBytes(bytes);
        return bytes;
    }

    private static Map<String, Object> properties(Message wire) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Object name : Collections.list(wire.getPropertyNames())) {
            properties.put(name.toString(), wire.getObjectProperty(name.toString()));
        }
        return properties;
    }

    private static Map<String, Object> entries(MapMessage map) throws JMSException {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Object name : Collections.list(map.getMapNames())) {
            entries.put(name.toString(), map.getObject(name.toString()));
        }
        return entries;
    }

    private static List<Object> values(StreamMessage stream) throws JMSException {
        List<Object> values = new ArrayList<>();
        while (true) {
            try {
                values.add(stream.readObject());
            } catch (MessageEOFException end) {
                return values;
            }
        }
    }

    private static byte[] json(Map<String, Object> content) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings, numbers and bytes are always JSON", e);
        }
    }
}
