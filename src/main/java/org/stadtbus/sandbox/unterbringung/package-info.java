/**
 * Placements under the NPsychKG: a clinic that hands in medical certificates by De-Mail, and the guardianship court behind the city's
 * beBPo that answers in XJustiz.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.unterbringung;
