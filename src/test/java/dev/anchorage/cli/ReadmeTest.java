package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what the program says.
final class ReadmeTest {
    private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    @Test
    void theSessionIsReal(@TempDir Path folder) throws IOException {
        Matcher session = SESSION.matcher(Files.readString(Path.of("README.md")));
        assertTrue(session.find());
        List<String> said = new ArrayList<>();
        for (String line :
                session.group(1).lines().filter(line -> line.startsWith("$ ")).toList()) {
            said.add(line);
            List<String> arguments = new ArrayList<>(
                    List.of(line.substring("$ ./anchorage ".length()).split(" ")));
            arguments.add(1, "--index=" + folder.resolve("index"));
            said.addAll(Cli.run(arguments.toArray(String[]::new))
                    .out()
                    .stripTrailing()
                    .lines()
                    .toList());
        }
        assertEquals(session.group(1).lines().toList(), said);
    }

    @Test
    void theTestCommandOfCiIsTheOneShown() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(Files.readString(Path.of(".ci/run")).contains("mvn -B verify"));
        assertTrue(readme.contains("\n    mvn verify\n"));
    }
}
