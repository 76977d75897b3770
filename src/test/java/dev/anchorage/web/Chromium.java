package dev.anchorage.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine, installed when there is none and Debian's packages can be had.
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // The blog of the tests has a public name and the service a loopback address.
            "--disable-features=LocalNetworkAccessChecks");

    /// Long enough for what a page does in tens of milliseconds on a machine that has other things to do.
    static final int HANGS_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() throws IOException, InterruptedException {
        Path executable = executable();
        PlaywrightAssertions.setDefaultAssertionTimeout(HANGS_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() throws IOException, InterruptedException {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            run("apt-get", "update", "-qq");
            run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
            found = find();
        }
        return found.orElseThrow(() -> new IllegalStateException(
                "no Chromium here, and installing one failed; put one on the PATH, or leave these tests out with"
                        + " -DexcludedGroups=browser"));
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        }
    }
}
