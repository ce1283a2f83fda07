/**
 * The description of the REST API at {@code /v3/api-docs} (OpenAPI 3.1): what every endpoint has in common. What is particular to
 * one stands at its controller. It is made when somebody asks for it first, not when the hub starts.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.stadtbus.openapi;
