<?xml version="1.0" encoding="UTF-8"?>
<!-- What the archive took over (xdomea 3.0.0 Aussonderung.AussonderungImportBestaetigen.0506) for the eAkte, which may forget nothing else:
     {"prozess", "bestaetigtAm", "objekte": [{"id", "uebernommen", "archivkennung"?, "fehler"}]}. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/*" priority="-1">
    <xsl:sequence select="hub:reject('Nur eine Importbestätigung (xdomea 3.0.0, 0506) sagt, was das Archiv übernommen hat.')"/>
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
