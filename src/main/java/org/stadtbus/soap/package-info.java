/**
 * SOAP over HTTP as CXF does it, for all contracts of the hub and the sandbox: a caller's ports, and a port of one's own that answers. What
 * is called is none of its business; that lies in {@code xta} and {@code egvp}.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.stadtbus.soap;

import org.springframework.modulith.ApplicationModule;
