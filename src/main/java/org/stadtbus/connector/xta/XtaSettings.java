package org.stadtbus.connector.xta;

import java.net.URI;
import java.time.Duration;

/**
 * A participant's account at a provider.
 *
 * @param management address of the management port
 * @param send address of the send port
 * @param msgBox address of the message box port
 * @param bundle name of the SSL bundle with the participant's key and the authorities it trusts
 * @param identifier the participant's own name
 * @param identifierType type of names, e.g. {@code xoev}
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the answer begins
 */
record XtaSettings(
        URI management,
        URI send,
        URI msgBox,
        String bundle,
        String identifier,
        String identifierType,
        Duration connectTimeout,
        Duration responseTimeout) {}
