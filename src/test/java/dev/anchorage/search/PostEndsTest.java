package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of blocks of any length, between which documents may be deleted, each found document gives its post.
class PostEndsTest {
    private static final int DOCUMENTS = 2_000;
    private static final int ROUNDS = 200;

    /// @param longest  number of sections of a post
    /// @param share  of the documents that are found
    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 1", "9, 0", "9, 0.001", "9, 0.2", "9, 1", "70, 0.01", "70, 0.6", "1000, 0.001", "1000, 1"
    })
    void everyFoundDocumentGivesItsPost(int longest, double share) {
        Random random = new Random(longest);
        for (int round = 0; round < ROUNDS; round++) {
            FixedBitSet ends = new FixedBitSet(DOCUMENTS);
            FixedBitSet found = new FixedBitSet(DOCUMENTS);
            FixedBitSet expected = new FixedBitSet(DOCUMENTS);
            int[] posts = new int[DOCUMENTS];
            int count = 0;
            int first = deleted(random);
            while (first < DOCUMENTS) {
                int end = Math.min(DOCUMENTS - 1, first + random.nextInt(longest + 1));
                for (int document = first; document <= end; document++) {
                    posts[document] = count;
                    if (random.nextDouble() < share) {
                        found.set(document);
                        expected.set(count);
                    }
                }
                ends.set(end);
                count++;
                first = end + 1 + deleted(random);
            }
            PostEnds all = new PostEnds(ends);
            FixedBitSet given = all.postsOf(found);
            for (int post = 0; post < count; post++) {
                assertEquals(expected.get(post), given.get(post), "post " + post + " in round " + round);
            }
            for (int at = PostSet.next(found, 0); at >= 0; at = PostSet.next(found, at + 1)) {
                assertEquals(posts[at], all.postOf(at), "document " + at + " in round " + round);
            }
        }
    }

    private static int deleted(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(100) : 0;
    }
}
