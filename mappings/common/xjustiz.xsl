<?xml version="1.0" encoding="UTF-8"?>
<!-- What all XJustiz 3.5.1 messages share: parties of the head, codes, names of files. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xj="http://www.xjustiz.de"
    exclude-result-prefixes="xs hub">

  <xsl:import href="hub.xsl"/>

  <xsl:variable name="xj:version" as="xs:string" select="'3.5.1'"/>

  <!-- A code below an element of the caller's choice. Lists of type 3 need the version, all others have it fixed. -->
  <xsl:function name="xj:code" as="node()*">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="version" as="xs:string?"/>
    <xsl:if test="$version">
      <xsl:attribute name="listVersionID" select="$version"/>
    </xsl:if>
    <code><xsl:value-of select="$code"/></code>
  </xsl:function>

  <!-- A court or public prosecutor: its key in the directory is its XJustiz-ID, the version that of the list gds.gerichte. -->
  <xsl:function name="xj:court" as="node()*">
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="court" select="hub:authority($role)"/>
    <xsl:sequence select="xj:code($court?kennung, $court?verzeichnisdienstVersion)"/>
  </xsl:function>

  <xsl:template name="xj:maker">
    <xj:herstellerinformation>
      <xj:nameDesProdukts>Stadtbus</xj:nameDesProdukts>
      <xj:herstellerDesProdukts>Stadtbus</xj:herstellerDesProdukts>
    </xj:herstellerinformation>
  </xsl:template>

  <!-- At most 90 characters: German letters, digits, "_" and "-", then one or more endings (XJustiz, dateiname). -->
  <xsl:function name="xj:is-file-name" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string-length($name) le 90 and matches($name, '^[A-Za-zÄÖÜäöüß0-9_-]+(\.[A-Za-z0-9]+)+$')"/>
  </xsl:function>
</xsl:stylesheet>
