package org.stadtbus.intake;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the intake answers, for the description of the API. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "202", description = "Dauerhaft angenommen")
@ApiResponse(responseCode = "400", ref = "#/components/responses/Problem")
@ApiResponse(responseCode = "404", ref = "#/components/responses/Problem")
@ApiResponse(responseCode = "413", ref = "#/components/responses/Problem")
@ApiResponse(responseCode = "415", ref = "#/components/responses/Problem")
@ApiResponse(responseCode = "422", ref = "#/components/responses/Problem")
@interface Accepted {}
