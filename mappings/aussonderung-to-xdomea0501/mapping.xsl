<?xml version="1.0" encoding="UTF-8"?>
<!-- The eAkte's list of files whose time is up, as xdomea 3.0.0 Aussonderung.Anbieteverzeichnis.0501: it begins the process, which bears this
     message's id from now on. The input is told in ../common/aussonderung.xsl; primary documents are not offered, only named files. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:a="urn:stadtbus:mapping:aussonderung"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="hub a">

  <xsl:import href="../common/aussonderung.xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:template name="xsl:initial-template">
    <xsl:if test="exists(($envelope?attachments?*, $list?objekte?*?dokumente))">
      <xsl:sequence select="hub:reject('Mit dem Anbieteverzeichnis gehen keine Dokumente mit; sie folgen mit der Aussonderung.')"/>
    </xsl:if>
    <xdomea:Aussonderung.Anbieteverzeichnis.0501>
      <xdomea:Kopf>
        <xsl:call-template name="xdomea:head">
          <xsl:with-param name="process" select="string($envelope?messageId)"/>
          <xsl:with-param name="type" select="'0501'"/>
          <xsl:with-param name="author" select="xdomea:contact(a:required($list, 'von', ''))"/>
          <xsl:with-param name="reader" select="xdomea:contact(a:required($list, 'an', ''))"/>
        </xsl:call-template>
        <xdomea:Empfangsbestaetigung>1</xdomea:Empfangsbestaetigung>
      </xdomea:Kopf>
      <xsl:call-template name="a:objects"/>
    </xdomea:Aussonderung.Anbieteverzeichnis.0501>
  </xsl:template>
</xsl:stylesheet>
