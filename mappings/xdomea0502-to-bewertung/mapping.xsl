<?xml version="1.0" encoding="UTF-8"?>
<!-- What the archive decided (xdomea 3.0.0 Aussonderung.Bewertungsverzeichnis.0502) for the eAkte, told in ../common/aussonderung-antworten.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/aussonderung-antworten.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/*[not(self::xdomea:Aussonderung.Bewertungsverzeichnis.0502)]">
    <xsl:sequence select="hub:reject('Nur ein Bewertungsverzeichnis (xdomea 3.0.0, 0502) enthält Entscheidungen des Archivs.')"/>
  </xsl:template>
</xsl:stylesheet>
