<?xml version="1.0" encoding="UTF-8"?>
<!-- Why the hub did not take a document, as the clerk reads it beside the document. Input: {"reason", …}. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
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
    <xsl:value-of select="'Nicht abgegeben. ' || $refusal?reason || '&#10;'"/>
  </xsl:template>
</xsl:stylesheet>
