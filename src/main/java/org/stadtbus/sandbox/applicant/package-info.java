/** The people who apply: sample applications, their plans as PDF, and how they send them through portal and online form. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.applicant;
