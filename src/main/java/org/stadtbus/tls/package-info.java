/**
 * Whom the hub believes over TLS, the same wherever it calls somebody: those whose certificate, or the authority that issued it, is
 * trusted, while the certificate shown is valid.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.stadtbus.tls;
