<?xml version="1.0" encoding="UTF-8"?>
<!-- What an archive answers in a disposal (xdomea 3.0.0, 0502, 0504, 0506, 0507) as {"state"?, "text"} for hub:reply. Receipts change no state; the round is
     decided when the archive has taken everything over that was handed to it, or wants nothing. Who names himself as sender with a key
     (Behoerdenkennung) is the archive of the directory; who names no key is believed. -->
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
    <xsl:variable name="text" as="xs:string*"><xsl:apply-templates select="*"/></xsl:variable>
    <xsl:variable name="state" as="xs:string?"><xsl:apply-templates select="*" mode="state"/></xsl:variable>
    <xsl:variable name="sender" select="*/xdomea:Kopf/xdomea:Absender/xdomea:Behoerdenkennung"/>
    <xsl:variable name="archive" select="hub:authority('archiv')?kennung"/>
    <xsl:if test="$sender/xdomea:Behoerdenschluessel/code[. ne substring-after($archive, ':')]
        or $sender/xdomea:Praefix/code[replace(., ':$', '') ne substring-before($archive, ':')]">
      <xsl:sequence select="hub:reject('Als Absender nennt die Nachricht eine andere Behörde als das Archiv.')"/>
    </xsl:if>
    <xsl:variable name="status" as="element(fn:map)">
      <fn:map>
        <xsl:if test="exists($state)"><fn:string key="state"><xsl:value-of select="$state"/></fn:string></xsl:if>
        <fn:string key="text"><xsl:value-of select="$text" separator=""/></fn:string>
      </fn:map>
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

  <xsl:template match="*" mode="state"/>

  <xsl:template match="xdomea:Aussonderung.Bewertungsverzeichnis.0502" mode="state">
    <xsl:variable name="wanted" select="xdomea:BewertetesObjekt/xdomea:Aussonderungsart[not(xdomea:Aussonderungsart/code = 'V')]"/>
    <xsl:sequence select="if (exists($wanted)) then 'in-pruefung' else 'entschieden'"/>
  </xsl:template>

  <xsl:template match="xdomea:Aussonderung.AussonderungImportBestaetigen.0506" mode="state">
    <xsl:sequence select="if (xdomea:AusgesondertesSGO[not(xs:boolean(xdomea:Erfolgreich))]) then 'in-pruefung' else 'entschieden'"/>
  </xsl:template>
</xsl:stylesheet>
