/**
 * Pictures made into PDF/A-2b (ISO 19005-2), one page each. Only what was looked at first is decoded: its kind, its size, its pages. Knows
 * no mail; reading is the JDK's Image I/O, writing PDFBox's.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.mail.picture;
