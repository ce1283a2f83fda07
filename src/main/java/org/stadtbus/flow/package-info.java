/**
 * The {@code hub:} Camel component: the steps routes are made of. One class per step; each works on the
 * {@link org.stadtbus.flow.Hop} that travels with the exchange and sends nothing by itself: what a hop leads to is sent in one
 * transaction with the consumption of its message.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "broker",
            "catalogue",
            "clearing",
            "envelope",
            "intake",
            "journal",
            "mapping",
            "standards"
        })
@org.jspecify.annotations.NullMarked
package org.stadtbus.flow;
