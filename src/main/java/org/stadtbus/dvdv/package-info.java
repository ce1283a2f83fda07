/**
 * The DVDV, directory of the German administration's services (§ 3 IT-NetzG), as {@link org.stadtbus.standards.Directory}: asked over
 * the REST interface "DVDV2 öffentliche API" v2 of the city's DVDV operator, remembered no longer than its entries are valid.
 *
 * <p>Roles and keys stay the city's own file; everything else the DVDV knows better. Set up by {@code stadtbus.dvdv.url}; without it
 * the file alone answers. Nobody uses this package but through the interface.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"envelope", "standards", "tls"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.dvdv;
