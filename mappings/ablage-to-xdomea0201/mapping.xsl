<?xml version="1.0" encoding="UTF-8"?>
<!-- What is to be filed elsewhere, as xdomea 3.0.0 Geschaeftsgang.Geschaeftsgang.0201: one document, its files the message's attachments.
     Input: {"von", "an", "betreff", "verfuegung", "aktenzeichen"?, "aktenplan"?, "bemerkung"?} where von and an are roles of the directory. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:f="urn:stadtbus:mapping:ablage"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="xs map hub f">

  <xsl:import href="../common/xdomea.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="filing" as="map(*)" select="parse-json($input)"/>
  <xsl:variable name="file-number" as="xs:string?" select="($filing?aktenzeichen, $envelope?businessKey)[1]"/>

  <xsl:template name="xsl:initial-template">
    <xsl:variable name="author" select="xdomea:contact(f:required('von'))"/>
    <xsl:variable name="reader" select="xdomea:contact(f:required('an'))"/>
    <xsl:if test="empty($envelope?attachments?*)">
      <xsl:sequence select="hub:reject('Ohne Datei gibt es nichts abzulegen.')"/>
    </xsl:if>
    <xdomea:Geschaeftsgang.Geschaeftsgang.0201>
      <xdomea:Kopf>
        <xsl:call-template name="xdomea:head">
          <xsl:with-param name="process" select="string($envelope?messageId)"/>
          <xsl:with-param name="type" select="'0201'"/>
          <xsl:with-param name="author" select="$author"/>
          <xsl:with-param name="reader" select="$reader"/>
        </xsl:call-template>
        <xdomea:EmpfangsbestaetigungAnInitiator>true</xdomea:EmpfangsbestaetigungAnInitiator>
        <xdomea:EmpfangsbestaetigungAnVorgaenger>false</xdomea:EmpfangsbestaetigungAnVorgaenger>
      </xdomea:Kopf>
      <xdomea:Hauptobjekt>
        <xdomea:Dokument>
          <xdomea:Identifikation>
            <xdomea:ID><xsl:value-of select="hub:part-id(1, 1)"/></xdomea:ID>
          </xdomea:Identifikation>
          <xsl:call-template name="f:metadata"/>
          <xdomea:Posteingangsdatum><xsl:value-of select="substring($envelope?createdAt, 1, 10)"/></xdomea:Posteingangsdatum>
          <xdomea:Version>
            <xdomea:Nummer>1</xdomea:Nummer>
            <xsl:for-each select="$envelope?attachments?*"><xsl:sequence select="xdomea:format(.)"/></xsl:for-each>
          </xdomea:Version>
        </xdomea:Dokument>
      </xdomea:Hauptobjekt>
      <xdomea:ExternerGeschaeftsgang>
        <xdomea:Identifikation>
          <xdomea:ID><xsl:value-of select="hub:part-id(2, 1)"/></xdomea:ID>
        </xdomea:Identifikation>
        <xdomea:Beteiligungsschritt>
          <xdomea:Nummer>1</xdomea:Nummer>
          <xdomea:Status listURI="urn:xoev-de:xdomea:codeliste:beteiligungsstatus" listVersionID="1.1">
            <code>002</code>
          </xdomea:Status>
          <xdomea:Verfuegung>
            <xdomea:Ersteller><xsl:sequence select="$author"/></xdomea:Ersteller>
            <xdomea:Adressat><xsl:sequence select="$reader"/></xdomea:Adressat>
            <xdomea:Erstellungsdatum><xsl:value-of select="substring($envelope?createdAt, 1, 10)"/></xdomea:Erstellungsdatum>
            <xdomea:Verfuegung><xsl:value-of select="f:required('verfuegung')"/></xdomea:Verfuegung>
          </xdomea:Verfuegung>
        </xdomea:Beteiligungsschritt>
      </xdomea:ExternerGeschaeftsgang>
    </xdomea:Geschaeftsgang.Geschaeftsgang.0201>
  </xsl:template>

  <xsl:template name="f:metadata">
    <xdomea:AllgemeineMetadaten>
      <xdomea:Betreff><xsl:value-of select="f:required('betreff')"/></xdomea:Betreff>
      <xsl:for-each select="$file-number">
        <xdomea:Kennzeichen><xsl:value-of select="hub:din-91379(., '/aktenzeichen')"/></xdomea:Kennzeichen>
      </xsl:for-each>
      <xsl:for-each select="$filing?bemerkung">
        <xdomea:Bemerkung><xsl:value-of select="hub:din-91379(., '/bemerkung')"/></xdomea:Bemerkung>
      </xsl:for-each>
      <xdomea:Medium listURI="urn:xoev-de:xdomea:codeliste:medium" listVersionID="1.0">
        <code>001</code>
      </xdomea:Medium>
      <xsl:for-each select="$filing?aktenplan">
        <xdomea:Aktenplaneinheit>
          <xdomea:Kennzeichen><xsl:value-of select="hub:din-91379(., '/aktenplan')"/></xdomea:Kennzeichen>
        </xdomea:Aktenplaneinheit>
      </xsl:for-each>
    </xdomea:AllgemeineMetadaten>
  </xsl:template>

  <xsl:function name="f:required" as="xs:string">
    <xsl:param name="field" as="xs:string"/>
    <xsl:variable name="value" select="$filing($field)"/>
    <xsl:if test="not($value instance of xs:string) or normalize-space($value) eq ''">
      <xsl:sequence select="hub:reject('Das Feld /' || $field || ' fehlt.')"/>
    </xsl:if>
    <xsl:sequence select="hub:din-91379($value, '/' || $field)"/>
  </xsl:function>
</xsl:stylesheet>
