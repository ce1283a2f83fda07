package org.stadtbus.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.junit.jupiter.api.Test;
import org.stadtbus.envelope.HubException;

/** A file is taken when it looked the same at two looks in a row. */
class FolderPickupTest {
    private final FolderPickup<Object> pickup = new RemotePickup<>(
            new FolderAftermath(false, ".done", ".refused"),
            Completion.NONE,
            thrown -> HubException.temporary("test", "", thrown));

    @Test
    void aFileSeenOnceIsNotTaken() {
        assertThat(look("a.xml", 10, 1)).isFalse();
    }

    @Test
    void aFileThatGrowsIsTakenWhenItStandsStill() {
        assertThat(look("a.xml", 10, 1)).isFalse();
        assertThat(look("a.xml", 20, 1)).isFalse();
        assertThat(look("a.xml", 20, 2)).as("written again, same size").isFalse();
        assertThat(look("a.xml", 20, 2)).isTrue();
    }

    @Test
    void aFileThatWasGoneInBetweenIsANewOne() {
        look("a.xml", 10, 1);
        pickup.lookAgain();
        assertThat(look("a.xml", 10, 1)).isFalse();
    }

    @Test
    void filesAreToldApart() {
        look("a.xml", 10, 1);
        assertThat(look("b.xml", 10, 1)).isFalse();
    }

    private boolean look(String path, long size, long modified) {
        pickup.lookAgain();
        GenericFile<Object> file = new GenericFile<>();
        file.setAbsoluteFilePath(path);
        file.setFileLength(size);
        file.setLastModified(modified);
        return pickup.begin(operations(), endpoint(), mock(Exchange.class), file);
    }

    @SuppressWarnings("unchecked") // Mockito knows no type parameters
    private static GenericFileOperations<Object> operations() {
        return mock(GenericFileOperations.class);
    }

    @SuppressWarnings("unchecked") // Mockito knows no type parameters
    private static GenericFileEndpoint<Object> endpoint() {
        return mock(GenericFileEndpoint.class);
    }
}
