package org.stadtbus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.stadtbus.testkit.Refuses;

/** What the connectors say of bad input is shown by tests that every build runs. */
class BadInputTest {

    @Test
    void everyAnswerToBadInputIsShownByATest() {
        assertThat(shown()).containsExactlyElementsOf(said());
    }

    private static Set<String> said() {
        return Folders.read(Path.of("").toAbsolutePath())
                .of(FileKind.CONNECTOR)
                .flatMap(file -> Arrays.stream(BadInput.values())
                        .filter(input ->
                                file.root().at("/badInput/" + input.key()).has("answer"))
                        .map(input -> file.folder() + ": " + input.key()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shown() {
        return ReflectionSupport.findAllClassesInPackage(
                        "org.stadtbus", BadInputTest::runsInEveryBuild, name -> name.matches(".*(Test|IT|Contract)"))
                .stream()
                .flatMap(type ->
                        ReflectionSupport.findMethods(type, BadInputTest::isTest, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .flatMap(test -> AnnotationSupport.findRepeatableAnnotations(test, Refuses.class).stream())
                .flatMap(refuses -> Stream.of(refuses.value()).map(input -> refuses.connector() + ": " + input.key()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class)
                && !AnnotationSupport.isAnnotated(method, Disabled.class)
                && !AnnotationSupport.isAnnotated(method, Tag.class);
    }

    private static boolean runsInEveryBuild(Class<?> type) {
        return !AnnotationSupport.isAnnotated(type, Disabled.class) && !AnnotationSupport.isAnnotated(type, Tag.class);
    }
}
