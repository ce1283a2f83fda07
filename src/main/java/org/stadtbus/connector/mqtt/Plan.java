package org.stadtbus.connector.mqtt;

/**
 * What is subscribed, and how.
 *
 * @param clientId name of the session
 * @param topic may have wildcards
 * @param sessionExpiry seconds for which the broker keeps the session
 * @param pageSize how many messages at once
 * @param quiet milliseconds without a message after which no more are waited for
 * @param idProperty name of the user property with the sender's message id
 * @param contentType media type of messages whose sender names none
 * @param extension file name extension of the messages
 */
public record Plan(
        String clientId,
        String topic,
        long sessionExpiry,
        int pageSize,
        int quiet,
        String idProperty,
        String contentType,
        String extension) {}
