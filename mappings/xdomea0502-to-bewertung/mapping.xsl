<?xml version="1.0" encoding="UTF-8"?>
<!-- The archive's decisions (xdomea 3.0.0 Aussonderung.Bewertungsverzeichnis.0502) for the eAkte:
     {"prozess", "bewertetAm", "archiv"?, "entscheidungen": [{"id", "aussonderungsart", "bedeutung"}]}; in place of a code of the list
     aussonderungsart 1.0 the archive may have a word of its own, then aussonderungsart is null. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:variable name="meanings" as="map(xs:string, xs:string)" select="map{
      'A': 'archivwürdig', 'B': 'zum Bewerten markiert', 'V': 'zum Vernichten markiert'}"/>

  <xsl:template match="/*" priority="-1">
    <xsl:sequence select="hub:reject('Nur ein Bewertungsverzeichnis (xdomea 3.0.0, 0502) enthält Entscheidungen des Archivs.')"/>
  </xsl:template>

  <xsl:template match="/xdomea:Aussonderung.Bewertungsverzeichnis.0502">
    <xsl:variable name="result" as="element(fn:map)">
      <fn:map>
        <fn:string key="prozess"><xsl:value-of select="xdomea:Kopf/xdomea:ProzessID"/></fn:string>
        <fn:string key="bewertetAm"><xsl:value-of select="xdomea:Kopf/xdomea:Erstellungszeitpunkt"/></fn:string>
        <xsl:for-each select="xdomea:Kopf/xdomea:Absender/xdomea:Institution/xdomea:Name">
          <fn:string key="archiv"><xsl:value-of select="."/></fn:string>
        </xsl:for-each>
        <fn:array key="entscheidungen"><xsl:apply-templates select="xdomea:BewertetesObjekt"/></fn:array>
      </fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($result), '&#10;'" separator=""/>
  </xsl:template>

  <xsl:template match="xdomea:BewertetesObjekt">
    <xsl:variable name="code" as="xs:string?" select="xdomea:Aussonderungsart/xdomea:Aussonderungsart/code ! string(.)"/>
    <fn:map>
      <fn:string key="id"><xsl:value-of select="xdomea:ID"/></fn:string>
      <xsl:choose>
        <xsl:when test="exists($code)">
          <fn:string key="aussonderungsart"><xsl:value-of select="$code"/></fn:string>
          <fn:string key="bedeutung"><xsl:value-of select="$meanings($code)"/></fn:string>
        </xsl:when>
        <xsl:otherwise>
          <fn:null key="aussonderungsart"/>
          <fn:string key="bedeutung"><xsl:value-of select="xdomea:Aussonderungsart/xdomea:AussonderungsartKonfigurierbar"/></fn:string>
        </xsl:otherwise>
      </xsl:choose>
    </fn:map>
  </xsl:template>
</xsl:stylesheet>
