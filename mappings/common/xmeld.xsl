<?xml version="1.0" encoding="UTF-8"?>
<!-- What the mappings of XMeld messages share. Assumption: no XMeld schema could be had; only the head of XÖV messages between
     authorities (Basisnachricht G2G) is read, by local names, because the namespace changes with the version. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xmeld="urn:stadtbus:annahme:xmeld"
    exclude-result-prefixes="xs hub">

  <xsl:import href="hub.xsl"/>

  <!-- The root of a message that has a complete head and one of these types; refused is everything else. -->
  <xsl:function name="xmeld:message" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="types" as="xs:string+"/>
    <xsl:variable name="root" select="$document/*"/>
    <xsl:variable name="type" select="string(xmeld:identification($root)/*:nachrichtentyp/*:code)"/>
    <xsl:choose>
      <xsl:when test="$root/@standard ne 'XMeld' or not($root/@standard) or $type eq ''">
        <xsl:sequence select="hub:reject('Die Nachricht ist keine XMeld-Nachricht.')"/>
      </xsl:when>
      <xsl:when test="not($type = $types)">
        <xsl:sequence select="hub:reject('Eine solche XMeld-Nachricht nimmt die Linie hier nicht an; erlaubt ist '
            || string-join($types, ' oder ') || '.')"/>
      </xsl:when>
      <xsl:when test="not(matches(xmeld:identification($root)/*:nachrichtenUUID, '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'))">
        <xsl:sequence select="hub:reject('Der XMeld-Nachricht fehlt ihre nachrichtenUUID.')"/>
      </xsl:when>
      <xsl:when test="not(matches(xmeld:key($root, 'autor'), '^[a-z]{3}:[0-9]{8,12}$'))">
        <xsl:sequence select="hub:reject('Der Autor der XMeld-Nachricht ist nicht angegeben.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$root"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="xmeld:identification" as="element()?">
    <xsl:param name="message" as="element()"/>
    <xsl:sequence select="$message/*:nachrichtenkopf.g2g/*:identifikation.nachricht"/>
  </xsl:function>

  <!-- Key of reader ('leser') or author ('autor'); empty when the head has none. -->
  <xsl:function name="xmeld:key" as="xs:string">
    <xsl:param name="message" as="element()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:sequence select="string($message/*:nachrichtenkopf.g2g/*[local-name() eq $side]/*:kennung)"/>
  </xsl:function>
</xsl:stylesheet>
