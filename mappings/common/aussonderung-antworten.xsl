<?xml version="1.0" encoding="UTF-8"?>
<!-- What an eAkte reads of an archive's answers in a disposal (xdomea 3.0.0), as JSON.
     0502, its decisions: {"prozess", "bewertetAm", "archiv"?, "entscheidungen": [{"id", "aussonderungsart", "bedeutung"}]}, aussonderungsart null
     where the archive has a word of its own in place of a code of the list aussonderungsart 1.0;
     0506, what it took over, of which alone the eAkte may forget: {"prozess", "bestaetigtAm", "objekte": [{"id", "uebernommen", "archivkennung"?, "fehler"}]}. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:variable name="meanings" as="map(xs:string, xs:string)" select="map{
      'A': 'archivwürdig', 'B': 'zum Bewerten markiert', 'V': 'zum Vernichten markiert'}"/>

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

  <xsl:template match="/xdomea:Aussonderung.AussonderungImportBestaetigen.0506">
    <xsl:variable name="result" as="element(fn:map)">
      <fn:map>
        <fn:string key="prozess"><xsl:value-of select="xdomea:Kopf/xdomea:ProzessID"/></fn:string>
        <fn:string key="bestaetigtAm"><xsl:value-of select="xdomea:Kopf/xdomea:Erstellungszeitpunkt"/></fn:string>
        <fn:array key="objekte"><xsl:apply-templates select="xdomea:AusgesondertesSGO"/></fn:array>
      </fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($result), '&#10;'" separator=""/>
  </xsl:template>

  <xsl:template match="xdomea:AusgesondertesSGO">
    <fn:map>
      <fn:string key="id"><xsl:value-of select="xdomea:IDSGO"/></fn:string>
      <fn:boolean key="uebernommen"><xsl:value-of select="xs:boolean(xdomea:Erfolgreich)"/></fn:boolean>
      <xsl:for-each select="xdomea:Archivkennung">
        <fn:string key="archivkennung"><xsl:value-of select="."/></fn:string>
      </xsl:for-each>
      <fn:array key="fehler">
        <xsl:for-each select="xdomea:Fehlermeldung, xdomea:FehlermeldungCode/code ! ('Code ' || .)">
          <fn:string><xsl:value-of select="."/></fn:string>
        </xsl:for-each>
      </fn:array>
    </fn:map>
  </xsl:template>
</xsl:stylesheet>
