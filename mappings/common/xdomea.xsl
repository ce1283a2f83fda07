<?xml version="1.0" encoding="UTF-8"?>
<!-- What the mappings to xdomea 3.0.0 share: head, contacts, codes, names of files. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="xs map hub">

  <xsl:import href="hub.xsl"/>

  <!-- First elements of every head (NkBasisType). -->
  <xsl:template name="xdomea:head">
    <xsl:param name="process" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="author" as="element()*"/>
    <xsl:param name="reader" as="element()*"/>
    <xdomea:ProzessID><xsl:value-of select="$process"/></xdomea:ProzessID>
    <xdomea:Nachrichtentyp listURI="urn:xoev-de:xdomea:codeliste:nachrichtentyp" listVersionID="2.0">
      <code><xsl:value-of select="$type"/></code>
    </xdomea:Nachrichtentyp>
    <xdomea:Erstellungszeitpunkt><xsl:value-of select="$envelope?createdAt"/></xdomea:Erstellungszeitpunkt>
    <xdomea:Absender><xsl:sequence select="$author"/></xdomea:Absender>
    <xdomea:Empfaenger><xsl:sequence select="$reader"/></xdomea:Empfaenger>
    <xdomea:SendendesSystem>
      <xdomea:Produktname>Stadtbus</xdomea:Produktname>
    </xdomea:SendendesSystem>
  </xsl:template>

  <!-- What a KontaktType says of the authority with this role. -->
  <xsl:function name="xdomea:contact" as="element()+">
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="authority" select="hub:authority($role)"/>
    <!-- a DVDV key is prefix, colon, key; which lists the two are of is the DVDV's to say -->
    <xdomea:Behoerdenkennung>
      <xdomea:Behoerdenschluessel>
        <code><xsl:value-of select="replace($authority?kennung, '^[^:]*:', '')"/></code>
      </xdomea:Behoerdenschluessel>
      <xdomea:Praefix>
        <code><xsl:value-of select="replace($authority?kennung, ':.*$', ':')"/></code>
      </xdomea:Praefix>
    </xdomea:Behoerdenkennung>
    <xdomea:Institution>
      <xdomea:Name><xsl:value-of select="$authority?name"/></xdomea:Name>
    </xdomea:Institution>
  </xsl:function>

  <!-- The name by which a message names an attachment: begins with a UUID, as org.stadtbus.connector.xdomea.FileReference makes it. -->
  <xsl:function name="xdomea:file-name" as="xs:string">
    <xsl:param name="file" as="map(*)"/>
    <xsl:variable name="sha" select="$file?sha256"/>
    <xsl:sequence select="
        if (matches($file?filename, '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}')) then $file?filename
        else string-join((substring($sha, 1, 8), substring($sha, 9, 4), substring($sha, 13, 4),
            substring($sha, 17, 4), substring($sha, 21, 12)), '-') || '_' || $file?filename"/>
  </xsl:function>

  <!-- Codes of dateiformat 1.0 for the formats the hub takes in; anything else is told by its ending. -->
  <xsl:variable name="xdomea:formats" as="map(xs:string, xs:string)" select="map{
      'csv': '002', 'jpeg': '010', 'jpg': '011', 'odt': '015', 'ods': '014', 'pdf': '018', 'png': '019', 'tif': '023',
      'tiff': '024', 'xml': '030', 'docx': '035', 'xlsx': '036'}"/>

  <!-- An attachment as a format of a document's version. -->
  <xsl:function name="xdomea:format" as="element()">
    <xsl:param name="file" as="map(*)"/>
    <xsl:variable name="ending" select="lower-case(replace($file?filename, '^.*\.', ''))"/>
    <xdomea:Format>
      <xdomea:Name listURI="urn:xoev-de:xdomea:codeliste:dateiformat" listVersionID="1.0">
        <code><xsl:value-of select="($xdomea:formats($ending), '100')[1]"/></code>
      </xdomea:Name>
      <xsl:if test="empty($xdomea:formats($ending))">
        <xdomea:SonstigerName><xsl:value-of select="$file?contentType"/></xdomea:SonstigerName>
      </xsl:if>
      <xdomea:Version>unbekannt</xdomea:Version>
      <xdomea:Primaerdokument>
        <xdomea:Dateiname><xsl:value-of select="xdomea:file-name($file)"/></xdomea:Dateiname>
        <xdomea:DateinameOriginal><xsl:value-of select="$file?filename"/></xdomea:DateinameOriginal>
      </xdomea:Primaerdokument>
    </xdomea:Format>
  </xsl:function>
</xsl:stylesheet>
