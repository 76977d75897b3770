package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredPostsTest {
    @ParameterizedTest
    @CsvSource({
        "200000, 2000, 200000", // holds a sixteenth of a small archive
        "200000, 40000, 0",
        "4200000, 40000, 4200000",
        "4200000, 1000000, 4200000", // a few posts are among the hits of many queries
        "0, 2000, 0",
        "0, 0, 0"
    })
    void postsAreKeptWhereRoomForThemPays(long share, int documents, long room) {
        assertEquals(room, StoredPosts.room(share, documents));
    }
}
