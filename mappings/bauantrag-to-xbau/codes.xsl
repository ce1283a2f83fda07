<?xml version="1.0" encoding="UTF-8"?>
<!-- The form's words and the codes of the XBau code lists they stand for. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:stadtbus:mapping:bauantrag"
    xmlns:xbau="http://www.xleitstelle.de/xbau/2/6"
    exclude-result-prefixes="xs f">

  <!-- baumassnahmeart 2.0 -->
  <xsl:variable name="measures" as="map(xs:string, xs:string)" select="map{
      'errichtung': '11', 'aenderung': '12', 'nutzungsaenderung': '13', 'nutzungsaenderung-mit-umbau': '14',
      'abgrabung': '20', 'beseitigung': '30'}"/>

  <!-- wohngebaeudeart 2.0 -->
  <xsl:variable name="dwellings" as="map(xs:string, xs:string)" select="map{
      'einfamilienhaus': '1', 'zweifamilienhaus': '1', 'reihenhaus': '1', 'mehrfamilienhaus': '1',
      'wohngebaeude-mit-eigentumswohnungen': '2', 'wohnheim': '3'}"/>

  <!-- nichtwohngebaeudeart 3.0 -->
  <xsl:variable name="other-buildings" as="map(xs:string, xs:string)" select="map{
      'garage': '744', 'buerogebaeude': '370', 'verwaltungsgebaeude': '399', 'einzelhandel': '723',
      'gaststaette': '771', 'hotel': '750', 'kindertagesstaette': '915', 'schule': '921', 'sporthalle': '981',
      'werkstatt': '719', 'lager': '737', 'landwirtschaft': '500', 'krankenhaus': '111', 'pflegeheim': '130',
      'jugendzentrum': '991', 'museum': '951', 'kirche': '960', 'sonstiges': '999'}"/>

  <!-- nutzungsflaechen 2.0 -->
  <xsl:variable name="floor-uses" as="map(xs:string, xs:string)" select="map{
      'wohnen': '01', 'buero': '02', 'produktion': '03', 'lager-und-verkauf': '04', 'bildung-und-kultur': '05',
      'heilen-und-pflegen': '06', 'sonstiges': '07'}"/>

  <!-- abweichungart 2.1 -->
  <xsl:variable name="deviations" as="map(xs:string, xs:string)" select="map{
      'bauplanungsrecht-befreiung': '1', 'bauplanungsrecht-ausnahme': '2', 'bauordnungsrecht': '3'}"/>

  <!-- anlagen 3.0 -->
  <xsl:variable name="documents" as="map(xs:string, xs:string)" select="map{
      'lageplan': '1803', 'amtlicher-lageplan': '1804', 'liegenschaftskarte': '1802', 'grundrisse': '2001',
      'schnitte': '2002', 'ansichten': '2003', 'bauzeichnung': '2006', 'baubeschreibung': '1501',
      'betriebsbeschreibung': '1601', 'standsicherheitsnachweis': '2801', 'waermeschutznachweis': '2805',
      'schallschutznachweis': '2804', 'brandschutznachweis': '2701', 'brandschutzkonzept': '2705',
      'flaechenberechnung': '2202', 'stellplatznachweis': '2301', 'barrierefreiheit': '2401',
      'entwaesserungsplan': '1806', 'statistikbogen': '2501', 'herstellungskosten': '2602',
      'bauvorlageberechtigung': '0400', 'vollmacht': '0603', 'nachbarzustimmung': '0903', 'artenschutz': '2901',
      'denkmalschutz': '2913', 'foto': '3700', 'sonstiges': '9999'}"/>

  <!-- bauvorlageberechtigungsachverhalt 1.0 -->
  <xsl:variable name="qualifications" as="map(xs:string, xs:string)" select="map{
      'architekt': '1', 'ingenieur': '2', 'innenarchitekt': '3', 'behoerde': '4', 'landschaftsarchitekt': '5',
      'hochschulabschluss': '6', 'handwerksmeister': '7', 'techniker': '8'}"/>

  <!-- kammer 2.0: architects, engineers -->
  <xsl:variable name="chambers" as="map(xs:string, array(xs:string))" select="map{
      'nordrhein-westfalen': ['01', '02'], 'baden-wuerttemberg': ['03', '04'], 'bayern': ['05', '06'],
      'berlin': ['07', '08'], 'brandenburg': ['09', '10'], 'bremen': ['11', '12'], 'hamburg': ['13', '14'],
      'hessen': ['15', '16'], 'mecklenburg-vorpommern': ['17', '18'], 'niedersachsen': ['19', '20'],
      'rheinland-pfalz': ['21', '22'], 'saarland': ['23', '24'], 'sachsen': ['25', '26'],
      'sachsen-anhalt': ['27', '28'], 'schleswig-holstein': ['29', '29'], 'thueringen': ['30', '31']}"/>

  <xsl:function name="f:chamber" as="xs:string">
    <xsl:param name="chamber" as="map(*)"/>
    <xsl:sequence select="$chambers($chamber?bundesland)(if ($chamber?art eq 'architekten') then 1 else 2)"/>
  </xsl:function>

  <xsl:function name="f:building" as="element()">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="exists($dwellings($kind))">
        <xbau:artDesWohngebaeudes>
          <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:wohngebaeudeart', '2.0', $dwellings($kind))"/>
        </xbau:artDesWohngebaeudes>
      </xsl:when>
      <xsl:otherwise>
        <xbau:artDesNichtwohngebaeudes>
          <xsl:sequence select="xbau:code('urn:xoev-de:xbau:codeliste:nichtwohngebaeudeart', '3.0', $other-buildings($kind))"/>
        </xbau:artDesNichtwohngebaeudes>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
