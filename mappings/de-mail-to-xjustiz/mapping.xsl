<?xml version="1.0" encoding="UTF-8"?>
<!-- A De-Mail of a clinic or doctor with its attachments, to the court that decides on a placement under the NPsychKG: XJustiz 3.5.1
     nachricht.gds.uebermittlungSchriftgutobjekte.0005005 with each attachment as a document.
     The input, urn:stadtbus:de-mail:1, is a format of our own for the headers of BSI TR-01201 (X-de-mail-…) and the subject; the
     connector de-mail writes it with described=true.
     Assumption: codes of lists of type 3 and the versions of these lists, which are published in the XRepository only. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:stadtbus:hub"
    xmlns:d="urn:stadtbus:de-mail:1"
    xmlns:xj="http://www.xjustiz.de"
    exclude-result-prefixes="#all">

  <xsl:import href="../common/xjustiz.xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:variable name="any-document" as="xs:string" select="'14'"/>
  <xsl:variable name="document-classes" as="xs:string" select="'1.3'"/>
  <xsl:variable name="original" as="xs:string" select="'001'"/>
  <!-- The word X-de-mail-auth-level has for a sign-in with two means (TR-01201 part 3.3, section 3.1.9); a certificate that comes with
       less is not taken. -->
  <xsl:variable name="trusted-level" as="xs:string" select="'high'"/>
  <!-- Files the connector adds: they prove and explain, but are no certificate. -->
  <xsl:variable name="added" as="xs:string+" select="'de-mail-kopfzeilen', 'nachrichtentext'"/>

  <xsl:template match="/d:de-mail" priority="1">
    <xsl:sequence select="d:check(.)"/>
    <xj:nachricht.gds.uebermittlungSchriftgutobjekte.0005005>
      <xsl:call-template name="d:head"/>
      <xj:grunddaten>
        <xj:verfahrensdaten>
          <xj:instanzdaten>
            <xj:instanznummer>1</xj:instanznummer>
            <xj:auswahl_instanzbehoerde>
              <xj:sonstige><xsl:value-of select="hub:authority('ordnungsbehoerde')?name"/></xj:sonstige>
            </xj:auswahl_instanzbehoerde>
            <xj:verfahrensgegenstand>
              <xj:gegenstand>Unterbringung nach NPsychKG</xj:gegenstand>
            </xj:verfahrensgegenstand>
          </xj:instanzdaten>
        </xj:verfahrensdaten>
      </xj:grunddaten>
      <xj:schriftgutobjekte>
        <xsl:variable name="mail" as="element(d:de-mail)" select="."/>
        <xsl:for-each select="$envelope?attachments?*">
          <xsl:call-template name="d:document">
            <xsl:with-param name="mail" select="$mail"/>
            <xsl:with-param name="number" select="position()"/>
          </xsl:call-template>
        </xsl:for-each>
      </xj:schriftgutobjekte>
    </xj:nachricht.gds.uebermittlungSchriftgutobjekte.0005005>
  </xsl:template>

  <xsl:template match="/*">
    <xsl:sequence select="hub:reject('Ein Dokument ' || local-name() || ' ist keine De-Mail.')"/>
  </xsl:template>

  <xsl:template name="d:head">
    <xj:nachrichtenkopf xjustizVersion="{$xj:version}">
      <xsl:for-each select="d:aktenzeichen">
        <xj:aktenzeichen.absender><xsl:value-of select="."/></xj:aktenzeichen.absender>
      </xsl:for-each>
      <xj:erstellungszeitpunkt><xsl:value-of select="$envelope?createdAt"/></xj:erstellungszeitpunkt>
      <xj:auswahl_absender>
        <xj:absender.sonstige><xsl:value-of select="hub:authority('ordnungsbehoerde')?name"/></xj:absender.sonstige>
      </xj:auswahl_absender>
      <xj:auswahl_empfaenger>
        <xj:empfaenger.gericht><xsl:sequence select="xj:court('betreuungsgericht')"/></xj:empfaenger.gericht>
      </xj:auswahl_empfaenger>
      <xj:eigeneNachrichtenID><xsl:value-of select="$envelope?messageId"/></xj:eigeneNachrichtenID>
      <xj:nachrichtenuebergreifenderProzess>
        <xj:prozessID><xsl:value-of select="$envelope?journeyId"/></xj:prozessID>
      </xj:nachrichtenuebergreifenderProzess>
      <xsl:call-template name="xj:maker"/>
    </xj:nachrichtenkopf>
  </xsl:template>

  <xsl:template name="d:document">
    <xsl:param name="mail" as="element(d:de-mail)" required="yes"/>
    <xsl:param name="number" as="xs:integer" required="yes"/>
    <xj:dokument>
      <xj:identifikation>
        <xj:id><xsl:value-of select="hub:part-id(1, $number)"/></xj:id>
        <xj:nummerImUebergeordnetenContainer><xsl:value-of select="$number"/></xj:nummerImUebergeordnetenContainer>
      </xj:identifikation>
      <xj:posteingangsdatum><xsl:value-of select="$mail/d:eingang"/></xj:posteingangsdatum>
      <xj:xjustiz.fachspezifischeDaten>
        <xj:dokumentklasse><xsl:sequence select="xj:code($any-document, $document-classes)"/></xj:dokumentklasse>
        <xj:anzeigename><xsl:value-of select="hub:din-91379($mail/d:betreff, 'Betreff') || ', Anlage ' || $number"/></xj:anzeigename>
        <xj:absenderAnzeigename><xsl:value-of select="$mail/d:sender"/></xj:absenderAnzeigename>
        <xj:datei>
          <xj:dateiname><xsl:value-of select=".?filename"/></xj:dateiname>
          <xj:bestandteil><xsl:sequence select="xj:code($original, ())"/></xj:bestandteil>
        </xj:datei>
      </xj:xjustiz.fachspezifischeDaten>
    </xj:dokument>
  </xsl:template>

  <xsl:function name="d:check" as="item()*">
    <xsl:param name="mail" as="element(d:de-mail)"/>
    <xsl:variable name="names" as="xs:string*" select="$envelope?attachments?*?filename"/>
    <xsl:variable name="unfit" as="xs:integer?" select="(for $n in 1 to count($names) return if (xj:is-file-name($names[$n])) then () else $n)[1]"/>
    <xsl:choose>
      <xsl:when test="not(normalize-space($mail/d:sender)) or not($mail/d:eingang castable as xs:dateTime) or not(normalize-space($mail/d:betreff))">
        <xsl:sequence select="hub:reject('Der De-Mail fehlt Absender, Betreff oder Zeitpunkt des Eingangs.')"/>
      </xsl:when>
      <xsl:when test="lower-case($mail/d:auth-level) ne $trusted-level">
        <xsl:sequence select="hub:reject('Die De-Mail wurde nicht mit sicherer Anmeldung (Stufe hoch) gesendet.')"/>
      </xsl:when>
      <xsl:when test="lower-case($mail/d:sender) ne lower-case(hub:authority('klinik')?kennung)">
        <xsl:sequence select="hub:reject('Die Absenderadresse ist nicht die De-Mail-Adresse der Klinik; nur sie bekommt die Antwort des Gerichts.')"/>
      </xsl:when>
      <xsl:when test="empty($envelope?attachments?*[not(?id = $added)])">
        <xsl:sequence select="hub:reject('Die De-Mail hat keine Anlage; das ärztliche Zeugnis fehlt.')"/>
      </xsl:when>
      <xsl:when test="exists($unfit)">
        <xsl:sequence select="hub:reject('Der Dateiname der ' || $unfit
            || '. Anlage ist im elektronischen Rechtsverkehr nicht erlaubt: höchstens 90 Zeichen, nur deutsche Buchstaben, Ziffern, »_«, »-« und die Endung.')"/>
      </xsl:when>
      <xsl:when test="count(distinct-values($names)) ne count($names)">
        <xsl:sequence select="hub:reject('Zwei Anlagen der De-Mail heißen gleich.')"/>
      </xsl:when>
      <xsl:otherwise/>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
