package dev.anchorage.cluster;

import dev.anchorage.search.AwayException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/// Speaks with a cluster in JSON over HTTP. Thread-safe.
///
/// What a node can't do now is tried again, at another node where there is one: reading twice, writing with growing
/// pauses for as long as the options say. What is no fault of the moment is an error at once.
final class ClusterClient implements Closeable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_SHOWN = 300;

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;
    private final ClusterOptions options;

    ClusterClient(ClusterOptions options) throws IOException {
        this.options = options;
        transport = transport(options);
        client = new OpenSearchGenericClient(transport);
    }

    private static OpenSearchTransport transport(ClusterOptions options) throws IOException {
        HttpHost[] hosts = options.nodes().stream()
                .map(node -> new HttpHost(node.getScheme(), node.getHost(), port(node.getScheme(), node.getPort())))
                .toArray(HttpHost[]::new);
        List<Header> headers = new ArrayList<>();
        if (options.credentials() != null) {
            headers.add(new BasicHeader("Authorization", options.credentials().authorization()));
        }
        AsyncClientConnectionManager connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS * hosts.length)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(CONNECT))
                        .build())
                .setTlsStrategy(tls(options.authorities()))
                .build();
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setDefaultHeaders(headers.toArray(Header[]::new))
                .setRequestConfigCallback(request -> request.setResponseTimeout(timeout(ANSWER)))
                .setHttpClientConfigCallback(http -> http.setConnectionManager(connections))
                .build();
    }

    /// Host names are compared by a verifier of the client's own: what HttpClient 5.6 does without one, to ask Java to
    /// compare them, has no effect on connections like these.
    private static TlsStrategy tls(@Nullable Path authorities) throws IOException {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(authorities == null ? SSLContexts.createSystemDefault() : trusting(authorities))
                .setHostnameVerifier(new DefaultHostnameVerifier())
                .buildAsync();
    }

    private static int port(String scheme, int port) {
        return port > 0 ? port : scheme.equals("https") ? 443 : 80;
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static SSLContext trusting(Path authorities) throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            try (var pem = Files.newInputStream(authorities)) {
                for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                    trusted.setCertificateEntry("authority-" + number++, each);
                }
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException(authorities + " has no certificates that can be used", unusable);
        }
    }

    /// Asks for something that changes nothing.
    ///
    /// @param parameters  of the address
    /// @param body  null: none
    /// @return the answer; null: what was asked for isn't there
    /// @throws AwayException when the cluster can't answer now
    @Nullable
    JsonObject read(String method, String path, Map<String, String> parameters, @Nullable String body)
            throws IOException {
        return trying(method, path, parameters, body, Duration.ZERO);
    }

    /// Changes something. It may happen twice when an answer gets lost, so it must not matter.
    ///
    /// @return the answer; null: what was to be changed isn't there
    /// @throws ConflictException when somebody else has changed it meanwhile
    /// @throws AwayException when the cluster didn't do it in time
    @Nullable
    JsonObject write(String method, String path, Map<String, String> parameters, @Nullable String body)
            throws IOException {
        return trying(method, path, parameters, body, options.patience());
    }

    private @Nullable JsonObject trying(
            String method, String path, Map<String, String> parameters, @Nullable String body, Duration patience)
            throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(method, path, parameters, body);
            } catch (AwayException away) {
                boolean isOver = patience.isZero() ? attempt > 1 : System.nanoTime() - end > 0;
                if (isOver) {
                    throw away;
                }
                pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /// Waits a while, never just as long as others do.
    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AwayException("the cluster was not waited for any longer", stopped);
        }
    }

    private @Nullable JsonObject once(String method, String path, Map<String, String> parameters, @Nullable String body)
            throws IOException {
        Body sent = body == null
                ? null
                : Body.from(
                        body.getBytes(StandardCharsets.UTF_8),
                        path.endsWith("_bulk") || path.endsWith("_msearch")
                                ? "application/x-ndjson"
                                : "application/json");
        try (Response answer = client.execute(Requests.create(method, path, List.of(), parameters, sent))) {
            JsonObject read = answer.getBody().map(ClusterClient::parsed).orElse(JsonValue.EMPTY_JSON_OBJECT);
            if (answer.getStatus() < 300) {
                return read;
            }
            return refused(answer.getStatus(), reason(answer.getStatus(), read));
        } catch (ConflictException | ClusterException | AwayException known) {
            throw known;
        } catch (IOException | RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof ResponseException answered) {
                    return refused(answered.status(), cut(String.valueOf(answered.getMessage())));
                }
                if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                    throw ClusterException.untrusted(first(cause), failed);
                }
            }
            throw new AwayException(away(first(failed)), failed);
        }
    }

    /// @return null when what was asked for isn't there
    private static @Nullable JsonObject refused(int status, String reason) throws IOException {
        if (status == 404) {
            return null;
        }
        if (status == 409) {
            throw new ConflictException(reason);
        }
        throw isOfTheMoment(status) ? new AwayException(away(reason)) : ClusterException.refused(status, reason);
    }

    private static JsonObject parsed(Body body) {
        try (JsonReader reader = Json.createReader(body.body())) {
            return reader.readObject();
        }
    }

    /// Too much to do, no manager, a copy of a part that isn't there.
    static boolean isOfTheMoment(int status) {
        return status == 429 || status == 408 || status >= 500;
    }

    private static String away(String reason) {
        return "the cluster can't be reached now: " + reason;
    }

    private static String first(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cut(cause.getClass().getSimpleName() + " " + cause.getMessage());
    }

    private static String reason(int status, JsonObject answer) {
        JsonValue error = answer.get("error");
        return cut(status + " " + (error == null ? "" : Answers.reason(error)));
    }

    /// What a cluster says is repeated in one line of bounded length.
    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
