package org.stadtbus.security;

import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * The API: stateless, OAuth2 bearer tokens, one rule per path.
 *
 * <p>Open are the applicant's question for his own journey (the id is the capability, docs/decisions/0003), the
 * FIT-Connect callback, which checks its HMAC itself, and OSCI orders, whose encryption and signature are checked.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String API_DOCS = "/v3/api-docs";
    private static final String CLEARING_READ = "SCOPE_clearing.read";
    private static final String CLEARING_WRITE = "SCOPE_clearing.write";
    private static final String CLEARING_RELEASE = "SCOPE_clearing.release";

    @Bean
    JwtDecoder jwtDecoder(TokenProperties properties) {
        return Tokens.decoder(properties);
    }

    /** Who asked is in the journal; an observation of each filter of each request cost as much as checking its token. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
        ProblemAnswers problems = new ProblemAnswers();
        return http.securityMatcher("/api/**", "/fit-connect/callback", "/osci/**", API_DOCS, API_DOCS + "/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(ApiSecurity::rules)
                .oauth2ResourceServer(tokens -> bearer(tokens, problems))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/api/v1/journeys/{id}/status")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/fit-connect/callback", "/osci/{procedure}")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/v1/journeys/**")
                .hasAuthority("SCOPE_journeys:read")
                .requestMatchers("/api/v1/operations/**")
                .hasAuthority("SCOPE_operations")
                .requestMatchers(HttpMethod.POST, "/api/v1/services/**")
                .hasAuthority("SCOPE_intake:submit")
                .requestMatchers(HttpMethod.POST, "/api/v1/procedures/{id}/messages")
                .access(ApiSecurity::ownProcedure)
                .requestMatchers(HttpMethod.GET, API_DOCS, API_DOCS + "/**")
                .authenticated();
        clearing(rules);
        rules.anyRequest().denyAll();
    }

    /** Payloads for those who work with them; which units' cases a token reaches is the claim {@code units}. */
    private static void clearing(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/api/v1/clearing/{id}/payload")
                .hasAnyAuthority(CLEARING_WRITE, CLEARING_RELEASE)
                .requestMatchers(HttpMethod.GET, "/api/v1/clearing", "/api/v1/clearing/{id}")
                .hasAuthority(CLEARING_READ)
                .requestMatchers(HttpMethod.POST, "/api/v1/clearing/preview")
                .hasAuthority(CLEARING_READ)
                .requestMatchers(HttpMethod.POST, "/api/v1/clearing/{id}/release")
                .hasAuthority(CLEARING_RELEASE)
                .requestMatchers(HttpMethod.POST, "/api/v1/clearing/replays", "/api/v1/clearing/{id}/{action}")
                .hasAuthority(CLEARING_WRITE);
    }

    private static void bearer(OAuth2ResourceServerConfigurer<HttpSecurity> tokens, ProblemAnswers problems) {
        tokens.jwt(jwt -> {})
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(problems);
                        return filter;
                    }
                });
    }

    private static AuthorizationDecision ownProcedure(
            Supplier<Authentication> caller, RequestAuthorizationContext request) {
        String scope = "SCOPE_procedure:" + request.getVariables().get("id");
        return new AuthorizationDecision(caller.get().isAuthenticated()
                && caller.get().getAuthorities().stream().anyMatch(a -> scope.equals(a.getAuthority())));
    }
}
