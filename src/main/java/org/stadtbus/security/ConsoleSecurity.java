package org.stadtbus.security;

import jakarta.servlet.DispatcherType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.stadtbus.security.ConsoleProperties.Role;

/** The console and everything that is no API: form login, roles, CSRF, strict headers. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSecurity.class);
    private static final String LOGIN = "/anmelden";
    private static final String BETRIEB = Role.BETRIEB.name();
    private static final String EINSICHT = Role.EINSICHT.name();
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService consoleUsers(ConsoleProperties properties) {
        if (properties.users().isEmpty()) {
            LOG.info(
                    "Für die Konsole ist kein Konto eingerichtet (stadtbus.console.users), niemand kann sich anmelden.");
        }
        return new InMemoryUserDetailsManager(
                properties.users().stream().map(ConsoleSecurity::details).toList());
    }

    private static UserDetails details(ConsoleProperties.User user) {
        return User.withUsername(user.name())
                .password(user.password())
                .roles(user.roles().stream().map(Role::name).toArray(String[]::new))
                .build();
    }

    @Bean
    CookieSameSiteSupplier sessionCookieStaysOnThisSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    @Order(2)
    SecurityFilterChain consoleChain(HttpSecurity http, Environment environment) throws Exception {
        ConsoleAnswers answers = new ConsoleAnswers(LOGIN);
        boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        return http.authorizeHttpRequests(rules -> rules(rules, sandbox))
                .formLogin(login -> login.loginPage(LOGIN)
                        .usernameParameter("konto")
                        .passwordParameter("passwort")
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/abmelden").logoutSuccessUrl(LOGIN + "?abgemeldet"))
                .exceptionHandling(e -> e.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(ConsoleSecurity::headers)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            boolean sandbox) {
        rules.requestMatchers(HttpMethod.GET, "/console/*.*", "/actuator/health", "/actuator/health/*")
                .permitAll()
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(LOGIN)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/vorgaenge/{id}/nutzdaten/{sha256}")
                .hasRole(EINSICHT);
        var journeys = rules.requestMatchers(HttpMethod.GET, "/", "/vorgaenge/{id}");
        if (sandbox) {
            journeys.permitAll();
        } else {
            journeys.hasAnyRole(BETRIEB, EINSICHT);
        }
        rules.anyRequest().denyAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
