/**
 * What the connector {@code connectors/jdbc} cannot say in YAML: which rows come next and how a row becomes a message, which values a
 * statement gets, and what a database's refusal means.
 *
 * <p>SQL is spoken by Spring JDBC. Nobody else uses this package, and it uses no other connector.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.jdbc;
