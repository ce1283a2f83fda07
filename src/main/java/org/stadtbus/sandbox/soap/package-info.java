/** A procedure that offers a SOAP web service, whatever its contract: CXF in a Tomcat. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.soap;
