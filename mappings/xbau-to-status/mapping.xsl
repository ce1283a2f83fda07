<?xml version="1.0" encoding="UTF-8"?>
<!-- An answer in XBau 2.6 to what it means for the applicant: {"state", "text", "decision"}.
     No "state": the answer changes nothing the applicant must know. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:template match="/">
    <xsl:variable name="status" as="element(fn:map)">
      <fn:map><xsl:apply-templates select="*"/></fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($status), '&#10;'" separator=""/>
  </xsl:template>

  <xsl:template match="xbau:baugenehmigung.formellePruefung.0201[xs:boolean(xbau:antragVollstaendig)]">
    <fn:string key="state">in-pruefung</fn:string>
    <fn:string key="text">Ihr Antrag ist vollständig und wird geprüft.<xsl:value-of select="hub:file-number(.)"/></fn:string>
  </xsl:template>

  <xsl:template match="xbau:baugenehmigung.formellePruefung.0201">
    <xsl:variable name="demands" select="
        .//xbau:befund/xbau:beschreibung ! string-join(textabsatz ! normalize-space(), ' ')"/>
    <fn:string key="state">unterlagen-fehlen</fn:string>
    <fn:string key="text">
      <xsl:value-of select="'Ihr Antrag ist noch nicht vollständig.', $demands" separator=" "/>
      <xsl:for-each select="xbau:befundFrist/xbau:frist">
        <xsl:value-of select="' Bitte reichen Sie dies bis zum ' || hub:day(.) || ' nach.'"/>
      </xsl:for-each>
      <xsl:value-of select="hub:file-number(.)"/>
    </fn:string>
    <fn:array key="demands">
      <xsl:for-each select="$demands">
        <fn:string><xsl:value-of select="."/></fn:string>
      </xsl:for-each>
    </fn:array>
  </xsl:template>

  <xsl:template match="xbau:baugenehmigung.bescheid.0205">
    <xsl:variable name="granted" select="xs:boolean(xbau:bescheid/xbau:tenor/xbau:istGenehmigung)"/>
    <xsl:variable name="conditions" select="exists(xbau:bescheid/xbau:nebenbestimmung)"/>
    <fn:string key="state">entschieden</fn:string>
    <fn:string key="text">
      <xsl:value-of select="
          if ($granted) then 'Ihr Antrag ist genehmigt' || ', mit Nebenbestimmungen'[$conditions] || '. Den Bescheid finden Sie in den Anlagen.'
          else 'Ihr Antrag ist abgelehnt. Die Gründe und Ihre Rechte stehen im Bescheid.'"/>
      <xsl:value-of select="hub:file-number(.)"/>
    </fn:string>
    <fn:string key="decision"><xsl:value-of select="if ($granted) then 'genehmigt' else 'abgelehnt'"/></fn:string>
  </xsl:template>

  <xsl:template match="xbau:beteiligung.stellungnahme.0303">
    <fn:string key="text">
      <xsl:value-of select="
          if (.//xbau:istZustimmung/xs:boolean(.) = false()) then 'Die Feuerwehr hat dem Vorhaben nicht zugestimmt; die Bauaufsicht prüft weiter.'
          else 'Die Feuerwehr hat dem Vorhaben zugestimmt' || ' und stellt Bedingungen'[exists(current()//xbau:nebenbestimmung)] || '.'"/>
    </fn:string>
  </xsl:template>

  <xsl:template match="*">
    <xsl:sequence select="hub:reject(
        'Eine Nachricht ' || local-name() || ' ist keine Antwort, die der Hub für den Antragsteller lesen kann.')"/>
  </xsl:template>

  <xsl:function name="hub:file-number" as="xs:string?">
    <xsl:param name="answer" as="element()"/>
    <xsl:sequence select="$answer/xbau:bezug/vorgang ! (' Aktenzeichen: ' || . || '.')"/>
  </xsl:function>

  <xsl:function name="hub:day" as="xs:string">
    <xsl:param name="date" as="xs:date"/>
    <xsl:sequence select="format-date($date, '[D01].[M01].[Y0001]')"/>
  </xsl:function>
</xsl:stylesheet>
