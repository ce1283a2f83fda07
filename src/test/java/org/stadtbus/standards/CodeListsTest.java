package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.HubException;

class CodeListsTest {
    private static final String LIST =
            """
            <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/" xmlns:x="urn:test">
              <Identification>
                <ShortName>farbe</ShortName><LongName>Farben</LongName><Version>2</Version>
                <CanonicalUri>urn:stadtbus:test:farbe</CanonicalUri>
              </Identification>
              <ColumnSet>
                <Column Id="name"/><Column Id="code"/><Column Id="english"/>
                <Key Id="k1"><ColumnRef Ref="name"/></Key>
                <Key Id="k2"><Annotation><AppInfo><x:recommendedKeyColumn/></AppInfo></Annotation><ColumnRef Ref="code"/></Key>
              </ColumnSet>
              <SimpleCodeList>
                <Row><Value ColumnRef="name"><SimpleValue>rot</SimpleValue></Value>
                     <Value ColumnRef="code"><SimpleValue>010</SimpleValue></Value>
                     <Value ColumnRef="english"><SimpleValue>red</SimpleValue></Value></Row>
                <Row><Value ColumnRef="code"><SimpleValue>020</SimpleValue></Value></Row>
              </SimpleCodeList>
            </gc:CodeList>
            """;

    @TempDir
    Path folder;

    private CodeLists lists;

    @BeforeEach
    void start() {
        lists = new CodeLists(folder);
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("farbe.xml"), content);
    }

    private void assertRefused(String content, String sentence) {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> lists.add(file(content), Optional.empty(), false))
                .satisfies(e -> assertThat(e.sentence()).contains(sentence));
    }

    @Test
    void listKeepsItsCodesAsTextInTheirOrder() throws Exception {
        CodeList list = lists.add(file(LIST), Optional.empty(), false);

        CodeList read = new SettingsFile<>("codelist.schema.json", CodeList.class)
                .read(folder.resolve("codelists/farbe_2.yaml"));
        assertThat(read)
                .isEqualTo(list)
                .isEqualTo(new CodeList("urn:stadtbus:test:farbe", "2", "Farben", Map.of("010", "rot", "020", "020")));
        assertThat(read.codes().keySet()).containsExactly("010", "020");
    }

    @Test
    void theColumnWithTheMeaningCanBeChosen() throws Exception {
        assertThat(lists.add(file(LIST), Optional.of("english"), false).codes()).containsEntry("010", "red");
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> lists.add(file(LIST), Optional.of("latein"), true))
                .satisfies(
                        e -> assertThat(e.sentence()).contains("keine Spalte »latein«; es gibt name, code, english"));
    }

    @Test
    void theSameVersionIsReplacedOnlyWhenAsked() throws Exception {
        lists.add(file(LIST), Optional.empty(), false);
        assertRefused(LIST, "schon da");
        assertThat(lists.add(file(LIST.replace("rot", "blau")), Optional.empty(), true)
                        .codes())
                .containsEntry("010", "blau");
        assertThat(lists.add(file(LIST.replace("<Version>2<", "<Version>3<")), Optional.empty(), false)
                        .version())
                .isEqualTo("3");
    }

    @Test
    void whatIsNoCodeListIsRefusedWithASentence() {
        assertRefused("<a/>", "keine Codeliste in Genericode");
        assertRefused(LIST.replace("020", "010"), "den Code »010« zweimal");
        assertRefused(LIST.replace("<Version>2</Version>", ""), "kein Element »Version«");
        assertRefused(LIST.replace(">2</Version>", ">../../2</Version>"), "taugen nicht als Dateiname");
        assertRefused("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "DTD");
    }

    @Test
    void everyOfficialListIsTaken() throws Exception {
        Path official = OfficialStandards.require().resolve("xbau-2.6/codelists");
        try (Stream<Path> files = Files.list(official)) {
            assertThat(files.filter(file -> file.toString().endsWith(".xml")).toList())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(file -> assertThat(
                                    lists.add(file, Optional.empty(), true).codes())
                            .isNotEmpty());
        }
    }
}
