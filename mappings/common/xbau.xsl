<?xml version="1.0" encoding="UTF-8"?>
<!-- What all XBau 2.6 / XBau-Kernmodul 1.3.0 messages share: head, authorities, codes, texts. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs hub">

  <xsl:import href="hub.xsl"/>

  <!-- Attributes of the root element of an XBau-Hochbau message. -->
  <xsl:attribute-set name="hochbau">
    <xsl:attribute name="produkt">Stadtbus</xsl:attribute>
    <xsl:attribute name="produkthersteller">Stadtbus</xsl:attribute>
    <xsl:attribute name="standard">XBau-Hochbau</xsl:attribute>
    <xsl:attribute name="version">2.6</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="xbau:head">
    <xsl:param name="type" as="xs:string" required="yes"/>
    <xsl:param name="reader" as="xs:string" required="yes"/>
    <xsl:param name="author" as="xs:string" required="yes"/>
    <nachrichtenkopf.g2g>
      <identifikation.nachricht>
        <nachrichtenUUID><xsl:value-of select="$envelope?messageId"/></nachrichtenUUID>
        <nachrichtentyp listURI="urn:xoev-de:xbau:codeliste:xbau-nachrichten" listVersionID="4.0">
          <code><xsl:value-of select="$type"/></code>
        </nachrichtentyp>
        <erstellungszeitpunkt><xsl:value-of select="$envelope?createdAt"/></erstellungszeitpunkt>
      </identifikation.nachricht>
      <leser><xsl:sequence select="xbau:authority($reader)"/></leser>
      <autor><xsl:sequence select="xbau:authority($author)"/></autor>
    </nachrichtenkopf.g2g>
  </xsl:template>

  <!-- Version 3 of the list of directory services is an assumption; the directory may say another one. -->
  <xsl:function name="xbau:authority" as="element()*">
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="authority" select="hub:authority($role)"/>
    <verzeichnisdienst listURI="urn:xoev-de:kosit:codeliste:verzeichnisdienst"
        listVersionID="{($authority?verzeichnisdienstVersion, '3')[1]}">
      <code><xsl:value-of select="$authority?verzeichnisdienst"/></code>
    </verzeichnisdienst>
    <kennung><xsl:value-of select="$authority?kennung"/></kennung>
    <name><xsl:value-of select="$authority?name"/></name>
  </xsl:function>

  <!-- A code in a code list, below an element of the caller's choice. -->
  <xsl:function name="xbau:code" as="node()*">
    <xsl:param name="list" as="xs:string"/>
    <xsl:param name="version" as="xs:string"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:attribute name="listURI" select="$list"/>
    <xsl:attribute name="listVersionID" select="$version"/>
    <code><xsl:value-of select="$code"/></code>
  </xsl:function>

  <!-- Text of several paragraphs, one per non-empty line. -->
  <xsl:function name="xbau:paragraphs" as="element(textabsatz)+">
    <xsl:param name="text" as="xs:string"/>
    <xsl:for-each select="tokenize($text, '\r?\n')[normalize-space()]">
      <textabsatz><xsl:value-of select="."/></textabsatz>
    </xsl:for-each>
  </xsl:function>

  <!-- UTF-8 bytes of an HTML paragraph in Base64, as XBau's formatted texts want it. -->
  <xsl:function name="xbau:html" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="escaped" select="
        $text => replace('&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;') => replace('>', '&amp;gt;')"/>
    <xsl:sequence select="xbau:base64('&lt;p>' || $escaped || '&lt;/p>')"/>
  </xsl:function>

  <xsl:function name="xbau:base64" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="bytes" select="for $c in string-to-codepoints($text) return xbau:utf8($c)"/>
    <xsl:variable name="groups" as="xs:string*" select="
        for $i in 0 to (count($bytes) - 1) idiv 3 return xbau:base64-group($bytes[position() gt $i * 3 and position() le $i * 3 + 3])"/>
    <xsl:sequence select="string-join($groups)"/>
  </xsl:function>

  <xsl:function name="xbau:utf8" as="xs:integer+">
    <xsl:param name="c" as="xs:integer"/>
    <xsl:sequence select="
        if ($c lt 128) then $c
        else if ($c lt 2048) then (192 + $c idiv 64, 128 + $c mod 64)
        else if ($c lt 65536) then (224 + $c idiv 4096, 128 + $c idiv 64 mod 64, 128 + $c mod 64)
        else (240 + $c idiv 262144, 128 + $c idiv 4096 mod 64, 128 + $c idiv 64 mod 64, 128 + $c mod 64)"/>
  </xsl:function>

  <xsl:function name="xbau:base64-group" as="xs:string">
    <xsl:param name="bytes" as="xs:integer+"/>
    <xsl:variable name="alphabet" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'"/>
    <xsl:variable name="padded" select="($bytes, 0, 0)"/>
    <xsl:variable name="bits" select="$padded[1] * 65536 + $padded[2] * 256 + $padded[3]"/>
    <xsl:variable name="letters" select="
        for $power in (262144, 4096, 64, 1) return substring($alphabet, $bits idiv $power mod 64 + 1, 1)"/>
    <xsl:sequence select="substring(string-join($letters[position() le count($bytes) + 1]) || '==', 1, 4)"/>
  </xsl:function>
</xsl:stylesheet>
