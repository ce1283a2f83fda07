<?xml version="1.0" encoding="UTF-8"?>
<!-- What a court sends with documents (XJustiz 3.5.1, 0005005) as what a De-Mail to the clinic says of it: subject, text, files.
     The subject names no person: it travels in clear text from provider to provider.
     The output, urn:stadtbus:de-mail:1, is a format of our own; the connector de-mail sends what it says with described=true. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xj="http://www.xjustiz.de"
    xmlns="urn:stadtbus:de-mail:1"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/hub.xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:template match="/xj:nachricht.gds.uebermittlungSchriftgutobjekte.0005005" priority="1">
    <xsl:variable name="head" as="element()" select="xj:nachrichtenkopf"/>
    <xsl:variable name="files" as="element()*" select="xj:schriftgutobjekte//xj:datei"/>
    <xsl:if test="empty($files)">
      <xsl:sequence select="hub:reject('Die Nachricht des Gerichts enthält kein Dokument.')"/>
    </xsl:if>
    <xsl:sequence select="hub:all-there($files/xj:dateiname)"/>
    <de-mail>
      <chosen-recipient><xsl:value-of select="hub:authority('klinik')?kennung"/></chosen-recipient>
      <message-type>normal</message-type>
      <auth-level>high</auth-level>
      <confirmation-of-dispatch>true</confirmation-of-dispatch>
      <confirmation-of-receipt>true</confirmation-of-receipt>
      <betreff>
        <xsl:value-of select="'Nachricht des Gerichts' || $head/xj:aktenzeichen.absender[1] ! (', Aktenzeichen ' || .)"/>
      </betreff>
      <text>
        <xsl:value-of select="'Das Gericht hat ' || (if (count($files) eq 1) then 'eine Datei' else count($files) || ' Dateien') || ' übersandt.'"/>
      </text>
      <xsl:for-each select="$head/xj:fremdeNachrichtenID">
        <antwort-auf><xsl:value-of select="."/></antwort-auf>
      </xsl:for-each>
      <anlagen>
        <xsl:for-each select="$files">
          <datei name="{xj:dateiname}"><xsl:value-of select="../xj:anzeigename"/></datei>
        </xsl:for-each>
      </anlagen>
    </de-mail>
  </xsl:template>

  <xsl:template match="/*">
    <xsl:sequence select="hub:reject('Eine Nachricht ' || local-name() || ' überträgt keine Dokumente.')"/>
  </xsl:template>

  <xsl:function name="hub:all-there" as="item()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="missing" as="xs:integer?" select="
        (for $n in 1 to count($names)
         return if ($names[$n] = $envelope?attachments?*?filename) then () else $n)[1]"/>
    <xsl:if test="exists($missing)">
      <xsl:sequence select="hub:reject('Die ' || $missing || '. Datei, die das Gericht nennt, liegt nicht bei.')"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
