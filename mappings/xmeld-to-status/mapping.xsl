<?xml version="1.0" encoding="UTF-8"?>
<!-- The register's answer (XMeld 0203 or 0204, assumed form) to where the journey stands: {"state", "text"}. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xmeld="urn:stadtbus:annahme:xmeld"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/xmeld.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/">
    <xsl:variable name="type" select="xmeld:identification(xmeld:message(., ('0203', '0204')))/*:nachrichtentyp/*:code"/>
    <xsl:variable name="status" select="
        if ($type = '0203') then map{'state': 'entschieden', 'text': 'Das Melderegister hat die Rückmeldung ausgewertet.'}
        else map{'state': 'zurueckgewiesen', 'text': 'Das Melderegister hält die Rückmeldung für unplausibel.'}"/>
    <xsl:value-of select="serialize($status, map{'method': 'json'}), '&#10;'" separator=""/>
  </xsl:template>
</xsl:stylesheet>
