<?xml version="1.0" encoding="UTF-8"?>
<!-- Documents: those the form names, joined to the files that came along, then the files the form does not name. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:f="urn:stadtbus:mapping:bauantrag"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs map hub f">

  <xsl:template name="f:attachments">
    <xsl:variable name="files" select="$envelope?attachments?*"/>
    <xsl:variable name="named" select="$form?anlagen?*?datei"/>
    <xbau:anlagen>
      <xsl:for-each select="$form?anlagen?*">
        <xsl:sequence select="f:document(., position(), $files[?filename = current()?datei][1])"/>
      </xsl:for-each>
      <xsl:for-each select="$files[not(?filename = $named)]">
        <xsl:sequence select="f:unnamed(., position())"/>
      </xsl:for-each>
    </xbau:anlagen>
  </xsl:template>

  <xsl:function name="f:document" as="element()">
    <xsl:param name="document" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="file" as="map(*)?"/>
    <xsl:if test="exists($document?datei) and empty($file)">
      <xsl:sequence select="hub:reject(
          'Zur Anlage Nr. ' || $number || ' (' || $document?art || ') wurde die Datei, die das Formular nennt, nicht mitgeschickt.')"/>
    </xsl:if>
    <xsl:variable name="earlier" select="$form?anlagen?*[position() lt $number]?bezeichnung"/>
    <xsl:sequence select="f:metadata(
        f:din($document?bezeichnung, '/anlagen/' || $number - 1 || '/bezeichnung'),
        1 + count($earlier[. eq $document?bezeichnung]),
        ($document?datum, $form?erklaerung?datum)[1],
        $documents($document?art),
        $number,
        $file)"/>
  </xsl:function>

  <xsl:function name="f:unnamed" as="element()">
    <xsl:param name="file" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="f:metadata(
        'Weitere Anlage ' || $number, 1, $form?erklaerung?datum, ($documents(lower-case($file?purpose)), '9999')[1], $number, $file)"/>
  </xsl:function>

  <!-- A document to be handed in later has metadata only, with a name for the file to come. -->
  <xsl:function name="f:metadata" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="version" as="xs:integer"/>
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="file" as="map(*)?"/>
    <anlage>
      <bezeichnung><xsl:value-of select="$title"/></bezeichnung>
      <versionsnummer><xsl:value-of select="$version"/></versionsnummer>
      <datum><xsl:value-of select="$date"/></datum>
      <anlageart><xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:anlagen', '3.0', $kind)"/></anlageart>
      <mimeType>
        <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:xbau-mimetypes', '1.0', ($file?contentType, 'application/pdf')[1])"/>
      </mimeType>
      <anhangOderVerlinkung>
        <anhang>
          <xsl:if test="exists($file)">
            <xsl:if test="$file?size gt 0"><xsl:attribute name="filesize" select="$file?size"/></xsl:if>
            <xsl:attribute name="hashValue" select="$file?sha256"/>
          </xsl:if>
          <dokumentid><xsl:value-of select="if (exists($file)) then f:document-id($file) else 'nachgereicht_' || $number"/></dokumentid>
          <dateiname><xsl:value-of select="if (exists($file)) then f:file-name($file) else 'nachgereicht_' || $number || '.pdf'"/></dateiname>
        </anhang>
      </anhangOderVerlinkung>
      <xsl:if test="empty($file)">
        <xbau:wirdNachgereicht>true</xbau:wirdNachgereicht>
      </xsl:if>
    </anlage>
  </xsl:function>

  <!-- UUIDs are written urn_uuid_…, as the XBau 2.6 guide (section 1) rules, so that XTA can carry them as xs:ID. -->
  <xsl:function name="f:document-id" as="xs:string">
    <xsl:param name="file" as="map(*)"/>
    <xsl:sequence select="
        if (matches($file?id, '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$')) then 'urn_uuid_' || $file?id
        else 'anlage_' || f:place($file) || '_' || replace($file?id, '[^A-Za-z0-9_.-]', '_')"/>
  </xsl:function>

  <!-- XBau's file names allow few letters; replaced ones would no longer be unique, so such names carry their place. -->
  <xsl:function name="f:file-name" as="xs:string">
    <xsl:param name="file" as="map(*)"/>
    <xsl:variable name="stem" select="replace($file?filename, '\.[A-Za-z0-9]+$', '')"/>
    <xsl:variable name="suffix" select="(substring($file?filename, string-length($stem) + 1)[. ne ''], '.bin')[1]"/>
    <xsl:variable name="clean" select="replace($stem, '[^-a-zA-Z0-9ÄÖÜäöüß _!=+~,;.#°§$%()\[\]]', '_')"/>
    <xsl:variable name="twin" select="count($envelope?attachments?*[?filename eq $file?filename]) gt 1"/>
    <xsl:sequence select="
        if ($clean eq $stem and $stem ne '' and not($twin)) then $stem || $suffix
        else $clean || '_' || f:place($file) || $suffix"/>
  </xsl:function>

  <xsl:function name="f:place" as="xs:integer">
    <xsl:param name="file" as="map(*)"/>
    <xsl:variable name="ids" select="$envelope?attachments?* ! ?id"/>
    <xsl:sequence select="index-of($ids, $file?id)[1]"/>
  </xsl:function>
</xsl:stylesheet>
