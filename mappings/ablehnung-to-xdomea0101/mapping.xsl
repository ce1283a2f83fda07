<?xml version="1.0" encoding="UTF-8"?>
<!-- Why a Geschaeftsgang.Geschaeftsgang.0201, or an archive's answer in a disposal (0502, 0504, 0506, 0507), was not taken, as xdomea 3.0.0
     Information.Information.0101 to who sent it. The standard has no negative receipt, so the refusal goes as a document to read, in the
     same process. Input: {"reason", "originalReference", "authorRole", …}. The process is read off the container's name, which even a
     container that cannot be opened has; whoever sent anything else is not told. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="xs hub">

  <xsl:import href="../common/xdomea.xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="refused" as="map(*)" select="parse-json($input)"/>
  <xsl:variable name="container" as="xs:string"
      select="'^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})_((Geschaeftsgang\.Geschaeftsgang\.)?(0201)|(Aussonderung\.[A-Za-z]+\.)?(050[2467]))\.(zip|xdomea)$'"/>

  <xsl:template name="xsl:initial-template">
    <xsl:variable name="name" select="string($refused?originalReference)"/>
    <xsl:if test="not(matches($name, $container))">
      <xsl:sequence select="hub:reject('Abgelehnt wird gegenüber dem Absender nur ein Geschäftsgang (0201) oder die Antwort in einer Aussonderung (0502, 0504, 0506, 0507), deren Container so heißt; er liest es sonst an seinem Ordner.')"/>
    </xsl:if>
    <xdomea:Information.Information.0101>
      <xdomea:Kopf>
        <xsl:call-template name="xdomea:head">
          <xsl:with-param name="process" select="replace($name, $container, '$1')"/>
          <xsl:with-param name="type" select="'0101'"/>
          <xsl:with-param name="author" select="xdomea:contact('schriftgutverwaltung')"/>
          <xsl:with-param name="reader" select="xdomea:contact(string($refused?authorRole))"/>
        </xsl:call-template>
        <xdomea:Empfangsbestaetigung>false</xdomea:Empfangsbestaetigung>
      </xdomea:Kopf>
      <xdomea:Schriftgutobjekt>
        <xdomea:Dokument>
          <xdomea:Identifikation>
            <xdomea:ID><xsl:value-of select="hub:part-id(1, 1)"/></xdomea:ID>
          </xdomea:Identifikation>
          <xdomea:AllgemeineMetadaten>
            <xdomea:Betreff>
              <xsl:value-of select="
                  if (matches($name, '0201\.[a-z]+$')) then 'Geschäftsgang nicht übernommen'
                  else 'Aussonderung: Nachricht ' || replace($name, $container, '$7') || ' nicht übernommen'"/>
            </xdomea:Betreff>
            <xdomea:Bemerkung><xsl:value-of select="normalize-space($refused?reason)"/></xdomea:Bemerkung>
            <xdomea:Medium listURI="urn:xoev-de:xdomea:codeliste:medium" listVersionID="1.0">
              <code>001</code>
            </xdomea:Medium>
          </xdomea:AllgemeineMetadaten>
        </xdomea:Dokument>
      </xdomea:Schriftgutobjekt>
    </xdomea:Information.Information.0101>
  </xsl:template>
</xsl:stylesheet>
