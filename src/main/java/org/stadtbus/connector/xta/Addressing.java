package org.stadtbus.connector.xta;

/**
 * What the head of a message says beside its id.
 *
 * @param reader role of the reader in the directory, or its key, which holds a colon
 * @param service the service, a URI
 * @param scenario business scenario, a code of {@code scenarioList}, e.g. {@code XDOMEAGAD_DATA}
 * @param scenarioList URI and version of the code list, separated by {@code #}; empty: the scenario is a name without one
 * @param messageType code of the message type; empty: the hub's own type of the message
 * @param messageTypeList URI and version of its code list, separated by {@code #}
 * @param payloadSchema the schema the message follows, a URI
 */
record Addressing(
        String reader,
        String service,
        String scenario,
        String scenarioList,
        String messageType,
        String messageTypeList,
        String payloadSchema) {}
