<?xml version="1.0" encoding="UTF-8"?>
<!-- An objection against a fine, as the fines procedure gives it away under § 69 (3) OWiG, to the public prosecutor's office:
     XJustiz 3.5.1 nachricht.gds.uebermittlungSchriftgutobjekte.0005005 with the files named in it.
     Assumption: the input, urn:stadtbus:owi:einspruch:1, is a format of our own; no procedure's export format was at hand.
     Assumption: codes of lists of type 3 (class of document 14 "Andere", event 116) and the versions of these lists; the lists
     are published in the XRepository only. Message 0500010 of the fines module is meant for this; its schema was not at hand. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:owi="urn:stadtbus:owi:einspruch:1"
    xmlns:xj="http://www.xjustiz.de"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/xjustiz.xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:variable name="fines-office" as="map(*)" select="hub:authority('bussgeldstelle')"/>
  <xsl:variable name="new-fine-case" as="xs:string" select="'116'"/>
  <xsl:variable name="events" as="xs:string" select="'2.7'"/>
  <xsl:variable name="any-document" as="xs:string" select="'14'"/>
  <xsl:variable name="document-classes" as="xs:string" select="'1.3'"/>
  <xsl:variable name="original" as="xs:string" select="'001'"/>

  <xsl:template match="/owi:einspruch" priority="1">
    <xsl:sequence select="owi:check(.)"/>
    <xj:nachricht.gds.uebermittlungSchriftgutobjekte.0005005>
      <xsl:call-template name="owi:head"/>
      <xj:grunddaten>
        <xj:verfahrensdaten>
          <xsl:call-template name="owi:station"/>
          <xsl:apply-templates select="owi:betroffener"/>
        </xj:verfahrensdaten>
      </xj:grunddaten>
      <xj:schriftgutobjekte>
        <xsl:apply-templates select="owi:unterlagen/owi:datei"/>
      </xj:schriftgutobjekte>
    </xj:nachricht.gds.uebermittlungSchriftgutobjekte.0005005>
  </xsl:template>

  <xsl:template match="/*">
    <xsl:sequence select="hub:reject('Ein Dokument ' || local-name() || ' ist kein Einspruch aus dem OWi-Verfahren.')"/>
  </xsl:template>

  <xsl:template name="owi:head">
    <xj:nachrichtenkopf xjustizVersion="{$xj:version}">
      <xj:aktenzeichen.absender><xsl:value-of select="owi:aktenzeichen"/></xj:aktenzeichen.absender>
      <xj:erstellungszeitpunkt><xsl:value-of select="$envelope?createdAt"/></xj:erstellungszeitpunkt>
      <xj:auswahl_absender>
        <xj:absender.sonstige><xsl:value-of select="$fines-office?name"/></xj:absender.sonstige>
      </xj:auswahl_absender>
      <xj:auswahl_empfaenger>
        <xj:empfaenger.gericht><xsl:sequence select="xj:court('staatsanwaltschaft')"/></xj:empfaenger.gericht>
      </xj:auswahl_empfaenger>
      <xj:eigeneNachrichtenID><xsl:value-of select="$envelope?messageId"/></xj:eigeneNachrichtenID>
      <xj:nachrichtenuebergreifenderProzess>
        <xj:prozessID><xsl:value-of select="$envelope?journeyId"/></xj:prozessID>
      </xj:nachrichtenuebergreifenderProzess>
      <xj:ereignis><xsl:sequence select="xj:code($new-fine-case, $events)"/></xj:ereignis>
      <xsl:call-template name="xj:maker"/>
    </xj:nachrichtenkopf>
  </xsl:template>

  <xsl:template name="owi:station">
    <xj:instanzdaten>
      <xj:instanznummer>1</xj:instanznummer>
      <xj:auswahl_instanzbehoerde>
        <xj:sonstige><xsl:value-of select="$fines-office?name"/></xj:sonstige>
      </xj:auswahl_instanzbehoerde>
      <xj:aktenzeichen>
        <xj:auswahl_aktenzeichen>
          <xj:aktenzeichen.freitext><xsl:value-of select="owi:aktenzeichen"/></xj:aktenzeichen.freitext>
        </xj:auswahl_aktenzeichen>
      </xj:aktenzeichen>
      <xj:verfahrensgegenstand>
        <xj:gegenstand><xsl:value-of select="hub:din-91379(owi:tatvorwurf, 'Tatvorwurf')"/></xj:gegenstand>
        <xj:auswahl_zeitraumDesVerwaltungsaktes>
          <xj:stichtag><xsl:value-of select="owi:bescheid/@vom"/></xj:stichtag>
        </xj:auswahl_zeitraumDesVerwaltungsaktes>
      </xj:verfahrensgegenstand>
    </xj:instanzdaten>
  </xsl:template>

  <xsl:template match="owi:betroffener">
    <xj:beteiligung>
      <xj:rolle>
        <xj:rollennummer>1</xj:rollennummer>
        <xj:auswahl_bezeichnung>
          <xj:sonstigeBezeichnung>Betroffener</xj:sonstigeBezeichnung>
        </xj:auswahl_bezeichnung>
      </xj:rolle>
      <xj:beteiligter>
        <xj:beteiligtennummer>1</xj:beteiligtennummer>
        <xj:auswahl_beteiligter>
          <xj:natuerlichePerson>
            <xj:vollerName>
              <xj:vorname><xsl:value-of select="hub:din-91379(owi:vorname, 'Vorname')"/></xj:vorname>
              <xj:nachname><xsl:value-of select="hub:din-91379(owi:nachname, 'Nachname')"/></xj:nachname>
            </xj:vollerName>
            <xsl:for-each select="owi:geburtsdatum">
              <xj:geburt><xj:geburtsdatum><xsl:value-of select="."/></xj:geburtsdatum></xj:geburt>
            </xsl:for-each>
            <xsl:apply-templates select="owi:anschrift"/>
          </xj:natuerlichePerson>
        </xj:auswahl_beteiligter>
      </xj:beteiligter>
    </xj:beteiligung>
  </xsl:template>

  <xsl:template match="owi:anschrift">
    <xj:anschrift>
      <xj:strasse><xsl:value-of select="hub:din-91379(owi:strasse, 'Straße')"/></xj:strasse>
      <xj:hausnummer><xsl:value-of select="hub:din-91379(owi:hausnummer, 'Hausnummer')"/></xj:hausnummer>
      <xj:postleitzahl><xsl:value-of select="owi:postleitzahl"/></xj:postleitzahl>
      <xj:ort><xsl:value-of select="hub:din-91379(owi:ort, 'Ort')"/></xj:ort>
    </xj:anschrift>
  </xsl:template>

  <xsl:template match="owi:datei">
    <xsl:variable name="number" as="xs:integer" select="count(preceding-sibling::owi:datei) + 1"/>
    <xj:dokument>
      <xj:identifikation>
        <xj:id><xsl:value-of select="hub:part-id(1, $number)"/></xj:id>
        <xj:nummerImUebergeordnetenContainer><xsl:value-of select="$number"/></xj:nummerImUebergeordnetenContainer>
      </xj:identifikation>
      <xsl:if test="@art = 'einspruch'">
        <xj:posteingangsdatum><xsl:value-of select="../../owi:eingang"/></xj:posteingangsdatum>
      </xsl:if>
      <xj:xjustiz.fachspezifischeDaten>
        <xj:dokumentklasse><xsl:sequence select="xj:code($any-document, $document-classes)"/></xj:dokumentklasse>
        <xj:anzeigename><xsl:value-of select="owi:title(@art)"/></xj:anzeigename>
        <xj:datei>
          <xj:dateiname><xsl:value-of select="@name"/></xj:dateiname>
          <xj:bestandteil><xsl:sequence select="xj:code($original, ())"/></xj:bestandteil>
        </xj:datei>
      </xj:xjustiz.fachspezifischeDaten>
    </xj:dokument>
  </xsl:template>

  <xsl:function name="owi:title" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        (map{'einspruch': 'Einspruch', 'bescheid': 'Bußgeldbescheid', 'zustellung': 'Zustellungsnachweis'}($kind), 'Anlage')[1]"/>
  </xsl:function>

  <!-- Refuses what the public prosecutor could do nothing with. Files are counted: their names may say who it is about. -->
  <xsl:function name="owi:check" as="item()*">
    <xsl:param name="objection" as="element(owi:einspruch)"/>
    <xsl:variable name="attached" as="xs:string*" select="$envelope?attachments?*?filename"/>
    <xsl:variable name="files" as="element(owi:datei)*" select="$objection/owi:unterlagen/owi:datei"/>
    <xsl:for-each select="
        for $name in ('aktenzeichen', 'tatvorwurf', 'eingang')
        return if (normalize-space($objection/*[local-name() eq $name])) then () else $name">
      <xsl:sequence select="hub:reject('Im Einspruch fehlt die Angabe ' || . || '.')"/>
    </xsl:for-each>
    <xsl:if test="not($objection/owi:bescheid/@vom castable as xs:date)">
      <xsl:sequence select="hub:reject('Im Einspruch fehlt das Datum des Bußgeldbescheids.')"/>
    </xsl:if>
    <xsl:if test="not($objection/owi:betroffener/owi:nachname)">
      <xsl:sequence select="hub:reject('Im Einspruch fehlt der Name des Betroffenen.')"/>
    </xsl:if>
    <xsl:if test="not($files/@art = 'einspruch')">
      <xsl:sequence select="hub:reject('Das Schreiben, mit dem Einspruch eingelegt wurde, ist nicht unter den Unterlagen.')"/>
    </xsl:if>
    <xsl:for-each select="$files">
      <xsl:choose>
        <xsl:when test="not(xj:is-file-name(@name))">
          <xsl:sequence select="hub:reject('Der Dateiname der ' || position()
              || '. Unterlage ist im elektronischen Rechtsverkehr nicht erlaubt: höchstens 90 Zeichen, nur deutsche Buchstaben, Ziffern, »_«, »-« und die Endung.')"/>
        </xsl:when>
        <xsl:when test="not(@name = $attached)">
          <xsl:sequence select="hub:reject('Die ' || position() || '. Unterlage ist genannt, liegt aber nicht bei.')"/>
        </xsl:when>
        <xsl:otherwise/>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
