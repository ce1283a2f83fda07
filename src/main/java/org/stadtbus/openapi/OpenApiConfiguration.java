package org.stadtbus.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all endpoints of the API have in common: tokens, and refusals as problem+json. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final String REFERENCE = "#/components/responses/" + PROBLEM;
    /** No token, a token for other things, not now. */
    private static final List<String> ALWAYS = List.of("401", "403", "503");

    @Bean
    OpenAPI hubApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Stadtbus")
                                .version("v1")
                                .description(
                                        "Die Schnittstelle der Integrationsplattform: Anträge und Nachrichten abgeben, Vorgänge"
                                                + " verfolgen, Klärfälle bearbeiten. Welches Token was darf, steht in docs/security.md."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addResponses(PROBLEM, problem()));
    }

    private static ApiResponse problem() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:stadtbus:problem:case-changed"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("Deutscher Satz für Menschen"))
                .addProperty("code", new StringSchema().description("Kurzer, bleibender Name für Programme"));
        return new ApiResponse()
                .description("Nicht geschehen: warum, steht in detail (RFC 9457)")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    /** An operation that names no security of its own needs a token, and may be refused for want of one. */
    @Bean
    OpenApiCustomizer secured() {
        return api ->
                api.getPaths().values().forEach(path -> path.readOperations().forEach(OpenApiConfiguration::complete));
    }

    private static void complete(Operation operation) {
        if (operation.getSecurity() == null) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            ALWAYS.forEach(
                    status -> operation.getResponses().computeIfAbsent(status, s -> new ApiResponse().$ref(REFERENCE)));
        }
    }
}
