<?xml version="1.0" encoding="UTF-8"?>
<!-- What the archive took over (xdomea 3.0.0 Aussonderung.AussonderungImportBestaetigen.0506) for the eAkte, told in ../common/aussonderung-antworten.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/aussonderung-antworten.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/*[not(self::xdomea:Aussonderung.AussonderungImportBestaetigen.0506)]">
    <xsl:sequence select="hub:reject('Nur eine Importbestätigung (xdomea 3.0.0, 0506) sagt, was das Archiv übernommen hat.')"/>
  </xsl:template>
</xsl:stylesheet>
