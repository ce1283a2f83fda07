<?xml version="1.0" encoding="UTF-8"?>
<!-- A notice of moving in (XMeld 0201, assumed form) on its way to the city's register: checked as far as its form is known, and
     passed on as it is, so that the register's answer refers to the id its author gave it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xmeld="urn:stadtbus:annahme:xmeld">

  <xsl:import href="../common/xmeld.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:variable name="message" select="xmeld:message(., '0201')"/>
    <xsl:sequence select="
        if (xmeld:key($message, 'leser') ne hub:authority('meldebehoerde')?kennung)
        then hub:reject('Die Rückmeldung ist für eine andere Meldebehörde bestimmt.')
        else if (empty($message/*:person/*))
        then hub:reject('Der Rückmeldung fehlen die Angaben zur Person.')
        else $message"/>
  </xsl:template>
</xsl:stylesheet>
