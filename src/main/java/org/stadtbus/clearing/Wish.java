package org.stadtbus.clearing;

/**
 * How somebody wants something done about a case.
 *
 * @param version the case's version he saw; when somebody was faster nothing happens
 * @param reason why; it stands in the journal for good, so it names no person
 * @param confirmDuplicateRisk true when he knows that the message may arrive twice
 * @param confirmUndeclaredRecipient true when he knows that the route does not declare the new recipient
 */
public record Wish(long version, String reason, boolean confirmDuplicateRisk, boolean confirmUndeclaredRecipient) {}
