<?xml version="1.0" encoding="UTF-8"?>
<!-- An acknowledgement of receipt in XJustiz (2200007) as {"text"} for hub:reply: it changes no state of the journey. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xj="http://www.xjustiz.de"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>

  <xsl:variable name="troubles" as="map(xs:string, xs:string)" select="map{
      '1': 'Der Empfänger ist nach eigener Angabe nicht am Verfahren beteiligt.',
      '2': 'Die Sendung war für ihn unklar oder unvollständig.',
      '3': 'Er konnte die Signatur der Sendung nicht bestätigen.'}"/>

  <xsl:template match="/xj:nachricht.eeb.zuruecklaufend.2200007" priority="1">
    <xsl:variable name="status" as="element(fn:map)">
      <fn:map>
        <fn:string key="text">
          <xsl:apply-templates select="xj:fachdaten/(xj:empfangsbestaetigung, xj:stoerungsmeldung)"/>
          <xsl:for-each select="xj:nachrichtenkopf/xj:aktenzeichen.absender[1]">
            <xsl:value-of select="' Aktenzeichen: ' || . || '.'"/>
          </xsl:for-each>
        </fn:string>
      </fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($status), '&#10;'" separator=""/>
  </xsl:template>

  <xsl:template match="/*">
    <xsl:sequence select="hub:reject('Eine Nachricht ' || local-name() || ' ist kein elektronisches Empfangsbekenntnis.')"/>
  </xsl:template>

  <xsl:template match="xj:empfangsbestaetigung">
    <xsl:value-of select="'Der Empfang am ' || format-date(xs:date(.), '[D01].[M01].[Y0001]') || ' ist bestätigt'
        || ', durch eine Vertretung'[current()/../xj:zustellungsempfaenger.abweichend/xs:boolean(.)] || '.'"/>
  </xsl:template>

  <xsl:template match="xj:stoerungsmeldung">
    <xsl:value-of select="'Der Empfang ist nicht bestätigt.', $troubles(xj:stoerungsID/code), xj:stoerungsGrund/normalize-space()"/>
  </xsl:template>
</xsl:stylesheet>
