<?xml version="1.0" encoding="UTF-8"?>
<!-- What an archive answers in a disposal (xdomea 3.0.0, 0502, 0504, 0506, 0507) as {"text"} for hub:reply: it changes no state of the journey. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/">
    <xsl:variable name="status" as="element(fn:map)">
      <fn:map><fn:string key="text"><xsl:apply-templates select="*"/></fn:string></fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($status), '&#10;'" separator=""/>
  </xsl:template>

  <xsl:template match="*" priority="-1">
    <xsl:sequence select="hub:reject('Eine Nachricht ' || local-name() || ' ist keine Antwort des Archivs in einer Aussonderung.')"/>
  </xsl:template>

  <xsl:template match="xdomea:Aussonderung.AnbietungEmpfangBestaetigen.0504">Das Archiv hat das Anbieteverzeichnis erhalten.</xsl:template>

  <xsl:template match="xdomea:Aussonderung.AussonderungEmpfangBestaetigen.0507">Das Archiv hat die Aussonderung erhalten.</xsl:template>

  <xsl:template match="xdomea:Aussonderung.Bewertungsverzeichnis.0502">
    <xsl:variable name="codes" select="xdomea:BewertetesObjekt/xdomea:Aussonderungsart/string(xdomea:Aussonderungsart/code)"/>
    <xsl:value-of select="'Das Archiv hat bewertet: '
        || count($codes[. eq 'A']) || ' archivwürdig, ' || count($codes[. eq 'V']) || ' zum Vernichten, '
        || count($codes[not(. = ('A', 'V'))]) || ' anderes.'"/>
  </xsl:template>

  <xsl:template match="xdomea:Aussonderung.AussonderungImportBestaetigen.0506">
    <xsl:variable name="all" select="count(xdomea:AusgesondertesSGO)"/>
    <xsl:variable name="failed" select="count(xdomea:AusgesondertesSGO[not(xs:boolean(xdomea:Erfolgreich))])"/>
    <xsl:value-of select="'Das Archiv hat ' || ($all - $failed) || ' von ' || $all || ' Schriftgutobjekten übernommen.'
        || (if ($failed gt 0) then ' Die übrigen bleiben in der eAkte und müssen geprüft werden.' else '')"/>
  </xsl:template>
</xsl:stylesheet>
