<?xml version="1.0" encoding="UTF-8"?>
<!-- XBau 2.6 baugenehmigung.antrag.0200 to beteiligung.aufforderung.0300 for the fire brigade. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs hub">

  <xsl:import href="../common/xbau.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <!-- keeps the text of names and descriptions as it is; white space between elements is ours to make -->
  <xsl:strip-space elements="*"/>

  <!-- Days the fire brigade has for its statement (assumption of the sandbox; NBauO § 69 leaves it to the authority). -->
  <xsl:variable name="days" as="xs:integer" select="28"/>

  <xsl:template match="/*" priority="-1">
    <xsl:sequence select="hub:reject('Nur ein Bauantrag (XBau 0200) kann zur Beteiligung der Feuerwehr werden.')"/>
  </xsl:template>

  <xsl:template match="/xbau:baugenehmigung.antrag.0200">
    <xbau:beteiligung.aufforderung.0300 xsl:use-attribute-sets="hochbau">
      <xsl:call-template name="xbau:head">
        <xsl:with-param name="type" select="'0300'"/>
        <xsl:with-param name="reader" select="'brandschutz'"/>
        <xsl:with-param name="author" select="'bauaufsicht'"/>
      </xsl:call-template>
      <xbau:bezug>
        <referenz><xsl:value-of select="xbau:referenzAntragsservice/referenzAntragsservice"/></referenz>
        <xsl:for-each select="$envelope?businessKey">
          <vorgang><xsl:value-of select="."/></vorgang>
        </xsl:for-each>
      </xbau:bezug>
      <xbau:referenzAufforderung>
        <xbau:referenzAuftrag><xsl:value-of select="hub:part-id(5, 1)"/></xbau:referenzAuftrag>
      </xbau:referenzAufforderung>
      <xbau:anliegenBeteiligung>
        <xbau:rolle>
          <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:beteiligungrolle', '2.0', '1')"/>
        </xbau:rolle>
        <!-- XBau lets the user choose or define this list; ours has the one code (config/codelists) -->
        <xbau:rechtsbereich>
          <xsl:sequence select="xbau:code('urn:stadtbus:codeliste:rechtsbereich', '1', 'brandschutz')"/>
        </xbau:rechtsbereich>
        <xbau:grundDerBeteiligung>
          <text><xsl:value-of select="xbau:html('Bitte um Stellungnahme zum vorbeugenden Brandschutz (NBauO § 14) für das beschriebene Vorhaben.')"/></text>
        </xbau:grundDerBeteiligung>
      </xbau:anliegenBeteiligung>
      <xsl:apply-templates select="xbau:bauvorhaben" mode="keep"/>
      <xsl:apply-templates select="xbau:anlagen" mode="keep"/>
      <xbau:frist><xsl:value-of select="xs:date(substring($envelope?createdAt, 1, 10)) + xs:dayTimeDuration('P1D') * $days"/></xbau:frist>
      <xbau:rechtsfolgeFristversaeumnis>
        <textabsatz>Geht bis zum Ablauf der Frist keine Stellungnahme ein, entscheidet die Bauaufsicht ohne sie.</textabsatz>
      </xbau:rechtsfolgeFristversaeumnis>
    </xbau:beteiligung.aufforderung.0300>
  </xsl:template>

  <xsl:mode name="keep" on-no-match="shallow-copy"/>

  <!-- Costs, contacts and neighbours are none of the fire brigade's business (data minimisation, GDPR Art. 5). -->
  <xsl:template mode="keep" match="xbau:herstellungskosten | xbau:nachbar | kommunikation"/>
</xsl:stylesheet>
