<?xml version="1.0" encoding="UTF-8"?>
<!-- Fields of an eAkte's list for aussonderung.xsl: what they must be, and the refusal when they are not. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:a="urn:stadtbus:mapping:aussonderung"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="xs hub a">

  <xsl:variable name="a:uuid" as="xs:string" select="'^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'"/>

  <xsl:function name="a:identification" as="element()">
    <xsl:param name="of" as="map(*)"/>
    <xsl:param name="path" as="xs:string"/>
    <xdomea:Identifikation>
      <xdomea:ID><xsl:value-of select="a:id($of, 'id', $path)"/></xdomea:ID>
    </xdomea:Identifikation>
  </xsl:function>

  <xsl:function name="a:id" as="xs:string">
    <xsl:param name="of" as="map(*)"/>
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="id" select="a:required($of, $field, $path)"/>
    <xsl:sequence select="
        if (matches($id, $a:uuid)) then $id else hub:reject('Das Feld ' || $path || '/' || $field || ' ist keine UUID.')"/>
  </xsl:function>

  <xsl:function name="a:years" as="xs:unsignedShort">
    <xsl:param name="years" as="item()"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="
        if (string($years) castable as xs:unsignedShort) then xs:unsignedShort(string($years))
        else hub:reject('Das Feld ' || $path || '/aufbewahrungJahre ist keine Zahl von Jahren.')"/>
  </xsl:function>

  <xsl:function name="a:day" as="xs:string?">
    <xsl:param name="of" as="map(*)"/>
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="
        $of($field) ! (if (string(.) castable as xs:date) then string(.)
        else hub:reject('Das Feld ' || $path || '/' || $field || ' ist kein Tag (JJJJ-MM-TT).'))"/>
  </xsl:function>

  <xsl:function name="a:code" as="xs:string?">
    <xsl:param name="of" as="map(*)"/>
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="allowed" as="xs:string+"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="
        $of($field) ! (if (string(.) = $allowed) then string(.)
        else hub:reject('Das Feld ' || $path || '/' || $field || ' ist keins von ' || string-join($allowed, ', ') || '.'))"/>
  </xsl:function>

  <xsl:function name="a:required" as="xs:string">
    <xsl:param name="of" as="map(*)"/>
    <xsl:param name="field" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="value" select="$of($field)"/>
    <xsl:if test="not($value instance of xs:string) or normalize-space($value) eq ''">
      <xsl:sequence select="hub:reject('Das Feld ' || $path || '/' || $field || ' fehlt.')"/>
    </xsl:if>
    <xsl:sequence select="hub:din-91379($value, $path || '/' || $field)"/>
  </xsl:function>
</xsl:stylesheet>
