package dev.anchorage.web;

import dev.anchorage.search.SearchRequest;
import dev.anchorage.search.SearchResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Sample answers that wait until they are let go, and are counted.
final class Held implements Answers {
    private final SampleAnswers answers = new SampleAnswers();
    private final CountDownLatch latch = new CountDownLatch(1);
    final AtomicInteger asked = new AtomicInteger();
    volatile String version = "1";

    void letGo() {
        latch.countDown();
    }

    @Override
    public SearchResponse to(SearchRequest request) {
        asked.incrementAndGet();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answers.to(request);
    }

    @Override
    public String version() {
        return version;
    }
}
