package org.stadtbus.flow;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.mapping.DirectoryView;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.Standards;

/** Loads the mappings routes use; every stylesheet is compiled once, at start. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    Mappings mappings(@Value("${stadtbus.home:.}") Path home, Directory directory, Standards standards) {
        return Mappings.load(home.resolve("mappings"), new DirectoryView(directory), standards.processor());
    }

    /** Under its own name: Camel would take the bean {@code hub}, the application itself, for the component. */
    @Bean
    CamelContextConfiguration hubComponent(HubSteps steps) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.addComponent("hub", new HubComponent(steps));
                // the hop decides what a failure leads to; Camel's own handler would log it with the message's headers
                camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // the component needs nothing more
            }
        };
    }
}
