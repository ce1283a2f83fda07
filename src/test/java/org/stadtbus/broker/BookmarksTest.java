package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Bookmarks.Bookmark;
import org.stadtbus.envelope.HubException;

/** A bookmark is where a source reads on, after a crash and at another node. */
class BookmarksTest {
    @TempDir
    Path folder;

    @Test
    void bookmarkSurvivesARestart() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            Bookmarks bookmarks = broker.broker().bookmarks();
            Bookmark first = bookmarks.move("waffen", bookmarks.read("waffen"), "eins");
            bookmarks.move("waffen", first, "zwei\nin zwei Zeilen");
        }
        try (TestBroker again = TestBroker.start(folder)) {
            assertThat(again.broker().bookmarks().read("waffen")).isEqualTo(new Bookmark(2, "zwei\nin zwei Zeilen"));
            assertThat(again.broker().bookmarks().read("andere")).isEqualTo(Bookmark.BEGINNING);
        }
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            Bookmark bookmark = Bookmark.BEGINNING;
            for (int i = 1; i <= 20; i++) {
                bookmark = broker.broker().bookmarks().move("waffen", bookmark, "Stelle " + i);
            }
            assertThat(broker.broker().bookmarks().read("waffen").text()).isEqualTo("Stelle 20");
            assertThat(broker.waiting(Queues.bookmark("waffen"))).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aNodeThatLostItsTurnMovesNothingBack() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            Bookmarks bookmarks = broker.broker().bookmarks();
            Bookmark seenByBoth = bookmarks.move("waffen", Bookmark.BEGINNING, "eins");
            bookmarks.move("waffen", seenByBoth, "vom einen");
            assertThatThrownBy(() -> bookmarks.move("waffen", seenByBoth, "vom anderen"))
                    .isInstanceOf(HubException.class);
            assertThat(bookmarks.read("waffen").text()).isEqualTo("vom einen");
        }
    }
}
