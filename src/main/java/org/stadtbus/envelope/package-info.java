/**
 * What travels: a message's envelope, its attachments, the states of a journey and the three kinds of failure.
 *
 * <p>Everybody may use this package; it uses nobody. It knows neither Camel nor JMS nor a database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.stadtbus.envelope;
