package org.stadtbus.clearing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of cases: what writes it and what reads it; apart from the rest, so that screens can be tried without a broker. */
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {

    @Bean
    CaseProjection caseProjection(NamedParameterJdbcTemplate jdbc) {
        return new CaseProjection(jdbc);
    }

    @Bean
    CaseQueries caseQueries(JdbcClient jdbc) {
        return new JdbcCases(jdbc);
    }
}
