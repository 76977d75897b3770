package dev.anchorage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Writes the man pages, the completions of the shells and the documentation; the build puts them into the
/// distribution.
public final class ManualPages {
    /// `--option=value`, of which bash makes three words, is two for what picocli writes.
    private static final String WITH_VALUES = """

            function _complete_anchorage_values() {
              local words=() last=$COMP_CWORD i
              for ((i = 0; i <= COMP_CWORD; i++)); do
                if [ "${COMP_WORDS[i]}" != = ]; then
                  words+=("${COMP_WORDS[i]}")
                elif [ $i = $COMP_CWORD ]; then
                  words+=("")
                else
                  last=$((last - 1))
                fi
              done
              local COMP_WORDS=("${words[@]}") COMP_CWORD=$last
              _complete_anchorage
            }
            complete -F _complete_anchorage_values -o default anchorage
            """;

    private ManualPages() {}

    /// Writes `man1/anchorage*.1`, `anchorage.bash`, which is for zsh too, `anchorage.fish` and `docs`.
    ///
    /// @param args  the folder, which is made, the version, and the documentation in the sources
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CommandLine anchorage = Main.commandLine(Settings.none());
        Files.writeString(folder.resolve("anchorage.bash"), AutoComplete.bash("anchorage", anchorage) + WITH_VALUES);
        Files.writeString(folder.resolve("anchorage.fish"), FishCompletions.of(anchorage));
        ShippedDocs.copy(Path.of(args[2]), folder.resolve("docs"));
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
