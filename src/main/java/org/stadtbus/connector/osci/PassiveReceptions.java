package org.stadtbus.connector.osci;

import java.nio.file.Path;
import java.util.Map;

/**
 * All passive recipients of the hub.
 *
 * @param byProcedure by the procedure's id
 * @param spool where orders lie while they are taken
 * @param maxMessage bytes of an order that are taken at most
 */
record PassiveReceptions(Map<String, PassiveReception> byProcedure, Path spool, long maxMessage) {}
