package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Writes the man pages and the completions of the shells; the build puts them into the distribution.
public final class ManualPages {
    private ManualPages() {}

    /// Writes `man1/anchorage*.1` and `anchorage.bash`, which is for zsh too.
    ///
    /// @param args  the folder, which is made, and the version
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CommandLine anchorage = Main.commandLine(Settings.none());
        Files.writeString(folder.resolve("anchorage.bash"), AutoComplete.bash("anchorage", anchorage));
        Path pages = Files.createDirectories(folder.resolve("man1"));
        write(pages, anchorage, args[1]);
        for (CommandLine command : anchorage.getSubcommands().values()) {
            write(pages, command, args[1]);
        }
    }

    private static void write(Path folder, CommandLine command, String version) throws IOException {
        ManualPage page = new ManualPage(command, version);
        Files.writeString(folder.resolve(page.name() + ".1"), page.text());
    }
}
