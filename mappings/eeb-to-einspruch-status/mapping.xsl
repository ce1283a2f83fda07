<?xml version="1.0" encoding="UTF-8"?>
<!-- An acknowledgement of receipt (2200007) of an objection as {"state", "text"}: with the receipt the case is the public prosecutor's
     (§ 69 (4) OWiG), with a disturbance it is still the city's. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:xj="http://www.xjustiz.de"
    exclude-result-prefixes="#all">

  <xsl:import href="../eeb-to-status/mapping.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/xj:nachricht.eeb.zuruecklaufend.2200007" priority="2">
    <xsl:variable name="text" as="xs:string">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="status" as="element(fn:map)">
      <fn:map>
        <fn:string key="state">
          <xsl:value-of select="if (xj:fachdaten/xj:empfangsbestaetigung) then 'entschieden' else 'zurueckgewiesen'"/>
        </fn:string>
        <fn:string key="text"><xsl:value-of select="parse-json($text)?text"/></fn:string>
      </fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($status), '&#10;'" separator=""/>
  </xsl:template>
</xsl:stylesheet>
