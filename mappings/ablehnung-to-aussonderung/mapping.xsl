<?xml version="1.0" encoding="UTF-8"?>
<!-- Why the hub did not take an eAkte's list for disposal, as the eAkte reads it: {"abgelehnt": <name of its file>, "vorgang", "grund", "kennung"}.
     Input: {"reason", "code", "originalReference"}. Assumption: a format of our own; no import format of an eAkte was at hand. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="refusal" as="map(*)" select="parse-json($input)"/>

  <xsl:template name="xsl:initial-template">
    <xsl:if test="not(normalize-space($refusal?reason))">
      <xsl:sequence select="hub:reject('Eine Ablehnung braucht einen Grund.')"/>
    </xsl:if>
    <xsl:variable name="answer" as="element(fn:map)">
      <fn:map>
        <fn:string key="abgelehnt"><xsl:value-of select="$refusal?originalReference"/></fn:string>
        <fn:string key="vorgang"><xsl:value-of select="$envelope?journeyId"/></fn:string>
        <fn:string key="grund"><xsl:value-of select="normalize-space($refusal?reason)"/></fn:string>
        <fn:string key="kennung"><xsl:value-of select="$refusal?code"/></fn:string>
      </fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($answer), '&#10;'" separator=""/>
  </xsl:template>
</xsl:stylesheet>
