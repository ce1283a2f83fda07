<?xml version="1.0" encoding="UTF-8"?>
<!-- Files the archive wants, with their documents, as xdomea 3.0.0 Aussonderung.Aussonderung.0503. The input is told in
     ../common/aussonderung.xsl; besides, "prozess" is the process of the offer and "archivkennungen" says whether the archive is to tell its ids. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:a="urn:stadtbus:mapping:aussonderung"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="hub a">

  <xsl:import href="../common/aussonderung.xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:template name="xsl:initial-template">
    <xsl:call-template name="a:check"/>
    <xdomea:Aussonderung.Aussonderung.0503>
      <xdomea:Kopf>
        <xsl:call-template name="xdomea:head">
          <xsl:with-param name="process" select="a:id($list, 'prozess', '')"/>
          <xsl:with-param name="type" select="'0503'"/>
          <xsl:with-param name="author" select="xdomea:contact(a:required($list, 'von', ''))"/>
          <xsl:with-param name="reader" select="xdomea:contact(a:required($list, 'an', ''))"/>
        </xsl:call-template>
        <xdomea:Importbestaetigung>1</xdomea:Importbestaetigung>
        <xdomea:RueckmeldungArchivkennung><xsl:value-of select="if ($list?archivkennungen = true()) then 1 else 0"/></xdomea:RueckmeldungArchivkennung>
        <xdomea:Empfangsbestaetigung>1</xdomea:Empfangsbestaetigung>
      </xdomea:Kopf>
      <xsl:call-template name="a:objects"/>
    </xdomea:Aussonderung.Aussonderung.0503>
  </xsl:template>

  <!-- Nothing is handed over that the archive does not want, nothing is left out, no file travels unnamed. -->
  <xsl:template name="a:check">
    <xsl:variable name="named" select="$list?objekte?*?dokumente?*?dateien?*"/>
    <xsl:for-each select="$list?objekte?*">
      <xsl:if test="not(?aussonderungsart = 'A')">
        <xsl:sequence select="hub:reject('Das Feld /objekte/' || position() || '/aussonderungsart ist nicht A; übergeben wird nur, was das Archiv als archivwürdig bewertet hat.')"/>
      </xsl:if>
      <xsl:if test="empty(?dokumente?*)">
        <xsl:sequence select="hub:reject('Das Feld /objekte/' || position() || '/dokumente fehlt oder ist leer; ohne Dokumente gibt es nichts zu übergeben.')"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="exists($envelope?attachments?*[not(?filename = $named)])">
      <xsl:sequence select="hub:reject('Es liegt eine Datei bei, die zu keinem Dokument gehört.')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
