package dev.anchorage.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A client that sends bytes as they are.
final class RawClient implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) [^\\r]*\\r\\n");
    private final Socket socket;

    RawClient(InetSocketAddress address) throws IOException {
        this(address, Duration.ofSeconds(60));
    }

    /// @param patience  how long to wait for a byte before it is a failure
    RawClient(InetSocketAddress address, Duration patience) throws IOException {
        this(new Socket(), address, patience);
    }

    private RawClient(Socket unconnected, InetSocketAddress address, Duration patience) throws IOException {
        socket = unconnected;
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        socket.setTcpNoDelay(true);
        socket.connect(address);
    }

    /// A client that has little room for what it does not read.
    static RawClient withSmallBuffer(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        return new RawClient(socket, address, Duration.ofSeconds(60));
    }

    /// @param request  ISO 8859-1
    RawClient send(String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException closedAlready) {
            // What was answered before is what counts.
        }
        return this;
    }

    /// Whether something of an answer has come and is not read yet.
    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /// Reads a byte; false when the server has closed.
    boolean takesAByte() throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketException reset) {
            return false;
        }
    }

    /// Everything until the server closes.
    String untilClosed() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (SocketException reset) {
            all.writeBytes("[reset]".getBytes(StandardCharsets.US_ASCII));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /// One answer; its body is as long as it says.
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head + "[closed]";
            }
            head.append((char) next);
        }
        Matcher length = Pattern.compile("content-length: (\\d+)")
                .matcher(head.toString().toLowerCase(Locale.ROOT));
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return head + new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /// The status codes of all answers in a text.
    static List<Integer> statuses(String answers) {
        List<Integer> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(answers);
        while (matcher.find()) {
            statuses.add(Integer.parseInt(matcher.group(1)));
        }
        return statuses;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
