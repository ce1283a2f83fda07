<?xml version="1.0" encoding="UTF-8"?>
<!-- A document of the eAkte, its fields by internal name, as what ablage-to-xdomea0201 reads: the legal office is to work on it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:hub="urn:stadtbus:hub"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="text"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="document" as="map(*)" select="parse-json($input)"/>

  <xsl:template name="xsl:initial-template">
    <xsl:if test="normalize-space($document?Titel) eq ''">
      <xsl:sequence select="hub:reject('Das Schriftstück hat keinen Titel; bitte das Feld Titel ausfüllen und neu vormerken.')"/>
    </xsl:if>
    <xsl:variable name="filing" as="element(fn:map)">
      <fn:map>
        <fn:string key="von">schriftgutverwaltung</fn:string>
        <fn:string key="an">rechtsamt</fn:string>
        <fn:string key="betreff"><xsl:value-of select="hub:din-91379($document?Titel, 'Titel')"/></fn:string>
        <fn:string key="verfuegung">zur Bearbeitung</fn:string>
        <xsl:for-each select="$document?Dokumentnummer[normalize-space()]">
          <fn:string key="aktenzeichen"><xsl:value-of select="hub:din-91379(., 'Dokumentnummer')"/></fn:string>
        </xsl:for-each>
      </fn:map>
    </xsl:variable>
    <xsl:value-of select="xml-to-json($filing), '&#10;'" separator=""/>
  </xsl:template>
</xsl:stylesheet>
