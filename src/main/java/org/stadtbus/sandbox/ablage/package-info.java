/** Procedures that speak in files only: they take what lies whole in one folder and leave answers in another. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.ablage;
