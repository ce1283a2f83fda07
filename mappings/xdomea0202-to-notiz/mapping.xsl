<?xml version="1.0" encoding="UTF-8"?>
<!-- The receipt 0202 as the clerk reads it beside the document that was handed over. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/*" priority="-1">
    <xsl:sequence select="hub:reject('Nur eine Empfangsbestätigung (xdomea 3.0.0, 0202) wird zur Notiz.')"/>
  </xsl:template>

  <xsl:template match="/xdomea:Geschaeftsgang.EmpfangBestaetigen.0202">
    <xsl:variable name="head" select="xdomea:Kopf"/>
    <xsl:variable name="at" select="xs:dateTime($head/xdomea:Erstellungszeitpunkt)"/>
    <xsl:value-of select="
        'Abgegeben an ' || $head/xdomea:Absender/xdomea:Institution/xdomea:Name
        || '; Empfang bestätigt am ' || format-dateTime($at, '[D01].[M01].[Y0001] um [H01]:[m01] Uhr', (), (), 'Europe/Berlin')
        || ' (xdomea 0202, Prozess ' || $head/xdomea:ProzessID || ').&#10;'"/>
  </xsl:template>
</xsl:stylesheet>
