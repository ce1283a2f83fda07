/** The eAkte: enaio's DMS service as far as the hub uses it. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.enaio;
