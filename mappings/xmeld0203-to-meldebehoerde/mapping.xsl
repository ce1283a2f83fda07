<?xml version="1.0" encoding="UTF-8"?>
<!-- The register's answer (XMeld 0203, or 0204 for an implausible notice; assumed form) as it goes back to who asked: unchanged. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xmeld="urn:stadtbus:annahme:xmeld">

  <xsl:import href="../common/xmeld.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:sequence select="xmeld:message(., ('0203', '0204'))"/>
  </xsl:template>
</xsl:stylesheet>
