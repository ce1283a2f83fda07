package org.stadtbus.connector.jdbc;

import java.util.Optional;
import org.stadtbus.envelope.HubException;

/**
 * A row as a message.
 *
 * @param place where it stands in the order of its table
 * @param unreadable why it could not be made a message; then there are no bytes
 */
record Row(Place place, byte[] bytes, Optional<HubException> unreadable) {}
