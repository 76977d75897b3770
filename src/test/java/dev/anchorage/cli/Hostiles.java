package dev.anchorage.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Hostile clients, all on one thread: each goes on until the service drops it, and notes how long that took.
final class Hostiles {
    private static final int CONNECTS_A_SECOND = Integer.getInteger("fire.rate", 1_000);

    /// So many addresses of this machine besides the readers', which Linux has; 0: the same as theirs.
    private static final int COMES_FROM = Integer.getInteger("fire.addresses", 0);

    private static final long SECOND = 1_000_000_000L;

    private final InetSocketAddress address;
    private final int clients;
    private final Selector selector = Selector.open();
    private final Map<Hostile, Duration> latest = new EnumMap<>(Hostile.class);
    private final ByteBuffer rubbish = ByteBuffer.allocateDirect(65_536);
    private final ByteBuffer one = ByteBuffer.allocateDirect(1);
    private final List<Client> open = new ArrayList<>();
    private int most;

    Hostiles(InetSocketAddress address, int clients) throws IOException {
        this.address = address;
        this.clients = clients;
    }

    /// Connects them all and lasts until the last is dropped, or the time is over.
    void attack(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        long added = System.nanoTime();
        int begun = 0;
        long start = System.nanoTime();
        while (System.nanoTime() < end && (begun < clients || !open.isEmpty())) {
            long due = (System.nanoTime() - start) * CONNECTS_A_SECOND / SECOND;
            while (begun < Math.min(due, clients)) {
                begin(begun++);
            }
            most = Math.max(most, open.size());
            selector.select(this::received, 20);
            if (System.nanoTime() - added > SECOND) {
                added = System.nanoTime();
                open.forEach(Client::goOn);
            }
            open.removeIf(client -> !client.channel.isOpen());
        }
    }

    private void begin(int number) throws IOException {
        Hostile kind = Hostile.of(number);
        SocketChannel channel = SocketChannel.open();
        if (COMES_FROM > 0) {
            channel.bind(new InetSocketAddress("127.0.0." + (2 + number % COMES_FROM), 0));
        }
        if (kind == Hostile.READS_SLOWLY) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1_024);
        }
        channel.connect(address);
        channel.configureBlocking(false);
        Client client = new Client(kind, channel);
        if (!kind.isStuck()) {
            channel.register(selector, SelectionKey.OP_READ, client);
        }
        client.send(kind.first(number));
        open.add(client);
    }

    private void received(SelectionKey key) {
        Client client = (Client) key.attachment();
        try {
            if (client.channel.read(rubbish.clear()) < 0) {
                client.dropped();
            }
        } catch (IOException reset) {
            client.dropped();
        }
    }

    /// How many were connected at the same time.
    int most() {
        return most;
    }

    /// How many are still connected; it lets go of them.
    int left() throws IOException {
        int left = open.size();
        for (Client client : open) {
            client.channel.close();
        }
        selector.close();
        return left;
    }

    /// When the last of each kind was dropped, since it came.
    Map<Hostile, Duration> latest() {
        return latest;
    }

    private final class Client {
        private final Hostile kind;
        private final SocketChannel channel;
        private final long since = System.nanoTime();

        Client(Hostile kind, SocketChannel channel) {
            this.kind = kind;
            this.channel = channel;
        }

        void goOn() {
            send(kind.eachSecond());
            if (kind == Hostile.READS_SLOWLY && channel.isOpen()) {
                try {
                    channel.read(one.clear());
                } catch (IOException reset) {
                    dropped();
                }
            }
        }

        void send(byte[] bytes) {
            try {
                if (channel.isOpen() && bytes.length > 0) {
                    channel.write(ByteBuffer.wrap(bytes));
                }
            } catch (IOException reset) {
                dropped();
            }
        }

        void dropped() {
            latest.merge(
                    kind,
                    Duration.ofNanos(System.nanoTime() - since),
                    (one, two) -> one.compareTo(two) > 0 ? one : two);
            try {
                channel.close();
            } catch (IOException gone) {
                // That is what was wanted.
            }
        }
    }
}
