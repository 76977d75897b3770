package dev.anchorage.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.index.UpdateRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who holds a connection without need is dropped (issue 7).
@Timeout(60)
final class LingeringClientsTest {
    private static final String ASK = "GET /api/v1/search?q=tide HTTP/1.1\r\nHost: localhost\r\n";

    /// Goes on with it until an answer has come: what is sent to a connection that has ended takes the answer away.
    @Test
    void slowHeadersAreTimedOut() throws Exception {
        Map<String, String> quick = Map.of("header-seconds", "1", "no-request-seconds", "30");
        try (WebServer other = SampleServer.start(SampleServer.OPTIONS.with(HttpLimits.of(quick)));
                RawClient fresh = new RawClient(other.address());
                RawClient used = new RawClient(other.address())) {
            assertTrue(used.send(ASK + "\r\n").answer().startsWith("HTTP/1.1 200"));
            used.send(ASK);
            fresh.send("G");
            while (!fresh.isAnswered() || !used.isAnswered()) {
                sendUnlessAnswered(fresh, "E");
                sendUnlessAnswered(used, "X");
                Thread.sleep(50);
            }
            assertAll(
                    () -> assertEquals(List.of(408), RawClient.statuses(fresh.untilClosed())),
                    () -> assertEquals(List.of(408), RawClient.statuses(used.untilClosed())));
        }
    }

    private static void sendUnlessAnswered(RawClient client, String more) throws IOException {
        if (!client.isAnswered()) {
            client.send(more);
        }
    }

    @Test
    void connectionsThatAskNothingAreClosed() throws IOException {
        Map<String, String> quick = Map.of("no-request-seconds", "1");
        try (WebServer other = SampleServer.start(SampleServer.OPTIONS.with(HttpLimits.of(quick)));
                RawClient fresh = new RawClient(other.address());
                RawClient used = new RawClient(other.address())) {
            assertTrue(used.send(ASK + "\r\n").answer().startsWith("HTTP/1.1 200"));
            assertEquals("", fresh.untilClosed());
            assertEquals("", used.untilClosed());
        }
    }

    @Test
    void whoIsTurnedAwayIsNotWaitedForToSendABody() throws IOException {
        try (WebServer other = SampleServer.start(SampleServer.OPTIONS);
                RawClient client = new RawClient(other.address())) {
            client.send("POST /api/v1/hooks/git HTTP/1.1\r\nHost: elsewhere.example\r\nContent-Length: 1000\r\n\r\n");
            String answers = client.untilClosed();
            assertEquals(List.of(421), RawClient.statuses(answers));
            assertTrue(answers.startsWith("HTTP/1.1 421 Misdirected Request\r\n"), answers);
        }
    }

    /// Of which the time without a request would begin only when they have their answers.
    @Test
    void whoAskedWhatCostsMuchIsLetGoWithTheAnswer() throws IOException {
        try (WebServer other = SampleServer.start();
                RawClient client = new RawClient(other.address())) {
            client.send("GET /api/v1/search?q=a*+b*+c* HTTP/1.1\r\nHost: localhost\r\n\r\n" + ASK + "\r\n");
            String answers = client.untilClosed();
            assertEquals(List.of(200), RawClient.statuses(answers));
            assertTrue(answers.contains("\r\nConnection: close\r\n"), answers);
        }
    }

    /// Or who asks again and again, and is refused each time, would keep the connection for ever.
    @Test
    void whoIsToComeBackLaterIsLetGo() throws IOException {
        Map<String, String> slow = Map.of("requests-per-second", "1", "burst", "1");
        try (WebServer other = SampleServer.start(SampleServer.OPTIONS.with(HttpLimits.of(slow)));
                RawClient client = new RawClient(other.address())) {
            client.send((ASK + "\r\n").repeat(30));
            String answers = client.untilClosed();
            assertEquals(429, RawClient.statuses(answers).getLast());
            assertTrue(RawClient.statuses(answers).size() < 30, answers);
            assertTrue(answers.contains("\r\nConnection: close\r\n"), answers);
        }
    }

    /// Each byte that it takes begins the idle time anew, so that this would never end it.
    @Test
    void whoTakesAnAnswerByteByByteIsDropped(@TempDir Path folder) throws Exception {
        Path large = Files.write(folder.resolve("large.css"), new byte[4 << 20]);
        WebOptions options = new WebOptions("127.0.0.1", 0, null, List.of(), "Harbour Notes", large)
                .with(HttpLimits.of(Map.of("answer-seconds", "1", "idle-seconds", "600")));
        try (WebServer other = SampleServer.start(options);
                RawClient client = RawClient.withSmallBuffer(other.address())) {
            client.send("GET /anchorage.css HTTP/1.1\r\nHost: localhost\r\n\r\n");
            int taken = 0;
            while (client.takesAByte()) {
                taken++;
                Thread.sleep(1);
            }
            assertTrue(taken < large.toFile().length() / 2, taken + " bytes");
        }
    }

    /// Undertow's own limit for this does nothing.
    @Test
    void whoTakesNothingForLongIsDropped(@TempDir Path folder) throws Exception {
        Path large = Files.write(folder.resolve("large.css"), new byte[4 << 20]);
        WebOptions options = new WebOptions("127.0.0.1", 0, null, List.of(), "Harbour Notes", large)
                .with(HttpLimits.of(Map.of("answer-seconds", "600", "idle-seconds", "1")));
        CountDownLatch ended = new CountDownLatch(1);
        Backstage backstage =
                new Backstage(Owner.NOBODY, new Health(), new Metrics(), access -> ended.countDown(), null);
        try (WebServer other = SampleServer.start(options, new SampleAnswers(), backstage);
                RawClient client = RawClient.withSmallBuffer(other.address())) {
            client.send("GET /anchorage.css HTTP/1.1\r\nHost: localhost\r\n\r\n");
            ended.await();
            assertTrue(client.untilClosed().length() < large.toFile().length() / 2);
        }
    }

    @Test
    void whoSendsNothingMoreOfABodyIsDropped() throws IOException {
        WebOptions options =
                SampleServer.OPTIONS.with(HttpLimits.of(Map.of("no-request-seconds", "600", "idle-seconds", "1")));
        try (UpdateRuns runs = new UpdateRuns(
                        null,
                        () -> {
                            throw new IOException("nothing is asked for here");
                        },
                        run -> {});
                WebServer other = SampleServer.start(
                        options,
                        new SampleAnswers(),
                        new Backstage(
                                new Owner(null, new Secret("hush"), runs), new Health(), new Metrics(), null, null));
                RawClient client = new RawClient(other.address())) {
            client.send("POST /api/v1/hooks/git HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                    + "X-Hub-Signature-256: sha256=00\r\n\r\nx");
            assertEquals("", client.untilClosed());
        }
    }
}
