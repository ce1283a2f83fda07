/** The city's OAuth2 token issuer. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.token;
