/** A message broker that belongs to a procedure, not to the hub: Artemis, by JMS and by MQTT 5. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.fremdbroker;
