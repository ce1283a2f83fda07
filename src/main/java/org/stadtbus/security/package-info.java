/**
 * Who may do what: OAuth2 tokens at the API, form login at the console, headers. Deny by default.
 *
 * <p>Rules live in the two filter chains and nowhere else; this package knows paths and roles, not journeys.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.stadtbus.security;
