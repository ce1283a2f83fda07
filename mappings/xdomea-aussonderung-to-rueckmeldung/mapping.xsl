<?xml version="1.0" encoding="UTF-8"?>
<!-- What an eAkte reads of the archive's answer to its disposal, 0502 or 0506, told in ../common/aussonderung-antworten.xsl; for routes that give both back by one mapping. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/aussonderung-antworten.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/*[not(self::xdomea:Aussonderung.Bewertungsverzeichnis.0502 or self::xdomea:Aussonderung.AussonderungImportBestaetigen.0506)]">
    <xsl:sequence select="hub:reject('Der eAkte wird nur ein Bewertungsverzeichnis (xdomea 3.0.0, 0502) oder eine Importbestätigung (0506) zurückgegeben.')"/>
  </xsl:template>
</xsl:stylesheet>
