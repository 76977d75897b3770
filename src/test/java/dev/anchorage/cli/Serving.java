package dev.anchorage.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/// `anchorage serve` as a process of its own, on ports that were free.
final class Serving implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");

    /// The variable with options for Java; without it the service is one that starts fast.
    static final String OPTIONS = "JDK_JAVA_OPTIONS";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Serving(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    static Serving start(Map<String, String> environment, String... arguments) throws Exception {
        List<String> program = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        if (!environment.containsKey(OPTIONS)) {
            program.add(1, "-XX:TieredStopAtLevel=1");
        }
        return start(program, environment, arguments);
    }

    /// @param program  what runs Anchorage
    static Serving start(List<String> program, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("serve", "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Serving serving = new Serving(builder.start());
        serving.await("both addresses", () -> serving.addresses().size() == 2 || !serving.process.isAlive());
        Assertions.assertTrue(serving.process.isAlive(), () -> "the service ended: " + serving.said);
        return serving;
    }

    private void listen() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException ended) {
            said.add(ended.toString());
        }
    }

    private List<String> addresses() {
        return said.stream()
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /// What the service said so far, line by line.
    List<String> said() {
        return said;
    }

    /// Where readers ask.
    URI address() {
        return URI.create(addresses().getFirst());
    }

    /// Host and port of the listener for the owner.
    String adminAddress() {
        return addresses().get(1).substring("http://".length());
    }

    long pid() {
        return process.pid();
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(addresses().getFirst(), path, "GET", headers);
    }

    HttpResponse<String> post(String path, String... headers) throws Exception {
        return send(addresses().getFirst(), path, "POST", headers);
    }

    HttpResponse<String> admin(String path) throws Exception {
        return send(addresses().get(1), path, "GET");
    }

    private HttpResponse<String> send(String address, String path, String method, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    boolean finds(String query) throws Exception {
        return !get("/api/v1/search?q=" + query).body().contains("\"posts\":[]");
    }

    /// Waits until something is so; hangs are cut off at ten times and more what is promised.
    void await(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!isSo.call()) {
            Assertions.assertTrue(System.nanoTime() < end, () -> what + " did not come; it said " + said);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
