<?xml version="1.0" encoding="UTF-8"?>
<!-- What the mappings to xdomea 3.0.0 Aussonderung share: the files of an eAkte's list.
     Input: {"von", "an", "objekte": [{"id", "art": "akte"|"vorgang", "betreff", "kennzeichen"?, "aktenplan"?, "bemerkung"?, "beginn"?, "ende"?,
     "aufbewahrungJahre"?, "unbefristet"?, "aufbewahrungsende"?, "bewertungsvorschlag"?, "aussonderungsart"?, "dokumente"?: [{"id", "betreff", "datum"?, "dateien"}]}]}
     where von and an are roles of the directory, dateien names of attachments. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:a="urn:stadtbus:mapping:aussonderung"
    xmlns:xdomea="urn:xoev-de:xdomea:schema:3.0.0"
    exclude-result-prefixes="xs hub a">

  <xsl:import href="xdomea.xsl"/>
  <xsl:include href="aussonderung-fields.xsl"/>
  <xsl:param name="input" as="xs:string" required="yes"/>
  <xsl:variable name="list" as="map(*)" select="parse-json($input)"/>

  <xsl:template name="a:objects">
    <xsl:variable name="objects" select="if ($list?objekte instance of array(*)) then $list?objekte?* else ()"/>
    <xsl:if test="empty($objects)">
      <xsl:sequence select="hub:reject('Das Feld /objekte fehlt oder ist leer.')"/>
    </xsl:if>
    <xsl:for-each select="$objects">
      <xdomea:Schriftgutobjekt>
        <xsl:sequence select="a:object(., '/objekte/' || position())"/>
      </xdomea:Schriftgutobjekt>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="a:object" as="element()">
    <xsl:param name="object" as="map(*)"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="head" as="element()+">
      <xsl:sequence select="a:identification($object, $path)"/>
      <xdomea:AllgemeineMetadaten><xsl:sequence select="a:general($object, $path)"/></xdomea:AllgemeineMetadaten>
      <xdomea:ArchivspezifischeMetadaten><xsl:sequence select="a:archival($object, $path)"/></xdomea:ArchivspezifischeMetadaten>
      <xsl:if test="exists(($object?beginn, $object?ende))">
        <xdomea:Laufzeit>
          <xsl:for-each select="a:day($object, 'beginn', $path)"><xdomea:Beginn><xsl:value-of select="."/></xdomea:Beginn></xsl:for-each>
          <xsl:for-each select="a:day($object, 'ende', $path)"><xdomea:Ende><xsl:value-of select="."/></xdomea:Ende></xsl:for-each>
        </xdomea:Laufzeit>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="documents" select="
        for $n in 1 to count($object?dokumente?*) return a:document($object?dokumente($n), $path || '/dokumente/' || $n)"/>
    <xsl:choose>
      <xsl:when test="$object?art = 'akte'">
        <xdomea:Akte>
          <xsl:sequence select="$head"/>
          <xsl:if test="exists($documents)">
            <xdomea:Akteninhalt><xsl:sequence select="$documents"/></xdomea:Akteninhalt>
          </xsl:if>
        </xdomea:Akte>
      </xsl:when>
      <xsl:when test="$object?art = 'vorgang'">
        <xdomea:Vorgang><xsl:sequence select="$head, $documents"/></xdomea:Vorgang>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="hub:reject('Das Feld ' || $path || '/art ist weder akte noch vorgang.')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="a:general" as="element()+">
    <xsl:param name="object" as="map(*)"/>
    <xsl:param name="path" as="xs:string"/>
    <xdomea:Betreff><xsl:value-of select="a:required($object, 'betreff', $path)"/></xdomea:Betreff>
    <xsl:for-each select="$object?kennzeichen">
      <xdomea:Kennzeichen><xsl:value-of select="hub:din-91379(., $path || '/kennzeichen')"/></xdomea:Kennzeichen>
    </xsl:for-each>
    <xsl:for-each select="$object?bemerkung">
      <xdomea:Bemerkung><xsl:value-of select="hub:din-91379(., $path || '/bemerkung')"/></xdomea:Bemerkung>
    </xsl:for-each>
    <xdomea:Medium listURI="urn:xoev-de:xdomea:codeliste:medium" listVersionID="1.0">
      <code>001</code>
    </xdomea:Medium>
    <xsl:for-each select="$object?aktenplan">
      <xdomea:Aktenplaneinheit>
        <xdomea:Kennzeichen><xsl:value-of select="hub:din-91379(., $path || '/aktenplan')"/></xdomea:Kennzeichen>
      </xdomea:Aktenplaneinheit>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="a:archival" as="element()*">
    <xsl:param name="object" as="map(*)"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:if test="$object?unbefristet = true()">
      <xdomea:Aufbewahrungsdauer><xdomea:Unbefristet>1</xdomea:Unbefristet></xdomea:Aufbewahrungsdauer>
    </xsl:if>
    <xsl:for-each select="$object?aufbewahrungJahre[not($object?unbefristet = true())]">
      <xdomea:Aufbewahrungsdauer>
        <xdomea:AnzahlJahre><xsl:value-of select="a:years(., $path)"/></xdomea:AnzahlJahre>
      </xdomea:Aufbewahrungsdauer>
    </xsl:for-each>
    <xsl:for-each select="a:code($object, 'aussonderungsart', ('A', 'B', 'V'), $path)">
      <xdomea:Aussonderungsart>
        <xdomea:Aussonderungsart listURI="urn:xoev-de:xdomea:codeliste:aussonderungsart" listVersionID="1.0">
          <code><xsl:value-of select="."/></code>
        </xdomea:Aussonderungsart>
      </xdomea:Aussonderungsart>
    </xsl:for-each>
    <xsl:for-each select="a:code($object, 'bewertungsvorschlag', ('A', 'V'), $path)">
      <xdomea:Bewertungsvorschlag listURI="urn:xoev-de:xdomea:codeliste:bewertungsvorschlag" listVersionID="1.0">
        <code><xsl:value-of select="."/></code>
      </xdomea:Bewertungsvorschlag>
    </xsl:for-each>
    <xsl:for-each select="a:day($object, 'aufbewahrungsende', $path)">
      <xdomea:Aufbewahrungsende><xsl:value-of select="."/></xdomea:Aufbewahrungsende>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="a:document" as="element()">
    <xsl:param name="document" as="map(*)"/>
    <xsl:param name="path" as="xs:string"/>
    <xdomea:Dokument>
      <xsl:sequence select="a:identification($document, $path)"/>
      <xdomea:AllgemeineMetadaten>
        <xdomea:Betreff><xsl:value-of select="a:required($document, 'betreff', $path)"/></xdomea:Betreff>
        <xdomea:Medium listURI="urn:xoev-de:xdomea:codeliste:medium" listVersionID="1.0">
          <code>001</code>
        </xdomea:Medium>
      </xdomea:AllgemeineMetadaten>
      <xsl:for-each select="a:day($document, 'datum', $path)">
        <xdomea:DatumDesSchreibens><xsl:value-of select="."/></xdomea:DatumDesSchreibens>
      </xsl:for-each>
      <xdomea:Version>
        <xdomea:Nummer>1</xdomea:Nummer>
        <xsl:sequence select="$document?dateien?* ! xdomea:format(a:attachment(., $path))"/>
        <xsl:if test="empty($document?dateien?*)">
          <xsl:sequence select="hub:reject('Das Feld ' || $path || '/dateien fehlt oder ist leer.')"/>
        </xsl:if>
      </xdomea:Version>
    </xdomea:Dokument>
  </xsl:function>

  <xsl:function name="a:attachment" as="map(*)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="found" select="$envelope?attachments?*[?filename eq $name]"/>
    <xsl:sequence select="
        if (count($found) eq 1) then $found
        else hub:reject('Das Feld ' || $path || '/dateien nennt eine Datei, die ' || (if (empty($found)) then 'nicht beiliegt.' else 'mehrmals beiliegt.'))"/>
  </xsl:function>
</xsl:stylesheet>
