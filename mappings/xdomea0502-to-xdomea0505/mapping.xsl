<?xml version="1.0" encoding="UTF-8"?>
<!-- Says that an Aussonderung.Bewertungsverzeichnis.0502 came in: same process, sender and receiver exchanged. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="hub">

  <xsl:import href="../common/xdomea.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/*" priority="-1">
    <xsl:sequence select="hub:reject('Nur ein Bewertungsverzeichnis (xdomea 3.0.0, 0502) wird mit einer Nachricht 0505 bestätigt.')"/>
  </xsl:template>

  <xsl:template match="/xdomea:Aussonderung.Bewertungsverzeichnis.0502">
    <xsl:variable name="head" select="xdomea:Kopf"/>
    <xdomea:Aussonderung.BewertungEmpfangBestaetigen.0505>
      <xdomea:Kopf>
        <xsl:call-template name="xdomea:head">
          <xsl:with-param name="process" select="string($head/xdomea:ProzessID)"/>
          <xsl:with-param name="type" select="'0505'"/>
          <xsl:with-param name="author" select="$head/xdomea:Empfaenger/*"/>
          <xsl:with-param name="reader" select="$head/xdomea:Absender/*"/>
        </xsl:call-template>
      </xdomea:Kopf>
    </xdomea:Aussonderung.BewertungEmpfangBestaetigen.0505>
  </xsl:template>
</xsl:stylesheet>
