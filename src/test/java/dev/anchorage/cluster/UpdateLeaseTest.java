package dev.anchorage.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.index.IndexRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsCluster
@Timeout(180)
final class UpdateLeaseTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void whoseLeaseIsOverDoesNotGoOnBeforeItIsKnownThatNobodyElseHasIt() throws Exception {
        TestCluster cluster = TestCluster.shared();
        ClusterOptions options = cluster.options();
        AtomicBoolean isAway = new AtomicBoolean();
        try (StandIn node = new StandIn(
                        cluster.addresses().getFirst(), null, request -> isAway.get() ? 503 : StandIn.NOT_REFUSED);
                ClusterClient slow = new ClusterClient(TestCluster.at(node.address(), options));
                ClusterClient other = new ClusterClient(options)) {
            try (UpdateLease lease = UpdateLease.obtain(slow, options, null, "here", SHORT)) {
                assertThrows(IndexRefusedException.class, () -> obtain(other, options));
                Thread.sleep(SHORT);
                lease.ensureHeld(); // it was prolonged meanwhile
                isAway.set(true);
                try (UpdateLease taken = obtainSoon(other, options)) {
                    CompletableFuture<Boolean> lost = CompletableFuture.supplyAsync(() -> isLost(lease));
                    Thread.sleep(100);
                    assertFalse(lost.isDone());
                    isAway.set(false);
                    assertTrue(lost.join());
                    taken.ensureHeld();
                }
            }
        }
    }

    private static UpdateLease obtain(ClusterClient client, ClusterOptions options) throws IOException {
        return UpdateLease.obtain(client, options, null, "here");
    }

    /// Waits until nobody else has it.
    private static UpdateLease obtainSoon(ClusterClient client, ClusterOptions options) throws Exception {
        while (true) {
            try {
                return obtain(client, options);
            } catch (IndexRefusedException notYet) {
                Thread.sleep(50);
            }
        }
    }

    private static boolean isLost(UpdateLease lease) {
        try {
            lease.ensureHeld();
            return false;
        } catch (IOException lost) {
            return lost.getCause() instanceof ConflictException;
        }
    }
}
