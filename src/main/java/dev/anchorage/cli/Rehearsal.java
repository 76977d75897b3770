package dev.anchorage.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Does in a scratch folder what people do, so that a Java that is told to remember (`-XX:AOTCacheOutput`) starts the
/// same quicker from then on; the launcher runs it once for each build.
public final class Rehearsal {
    private static final List<String> FOREIGN = List.of(
            "---\nlanguage: de\ntags:\n  - Hafen\n---\n# Der **Hafen**\n\nWir gingen vor dem Frühstück am Hafen entlang und sahen Boote.\n",
            "+++\nlanguage = \"fr\"\ntags = [\"port\"]\n+++\n# Le port\n\nNous avons marché le long du port et nous avons vu des bateaux.\n",
            "---\nlanguage: es\n---\n# El puerto\n\nCaminamos por el puerto antes del desayuno y vimos los barcos.\n",
            "---\nlanguage: la\n---\n# Portus\n\nAnte ientaculum in portu ambulavimus et naves vidimus.\n",
            "---\nlanguage: ja\n---\n# 港\n\n私たちは朝食の前に港を歩き、船を見ました。\n");

    /// A site of Hugo's, whose files are in TOML and YAML.
    private static final Map<String, String> SITE = Map.of(
            "hugo.toml",
            "title = \"Walks\"\n[params]\nplaces = [\"Oban\"]\n[[params.menu]]\nname = \"Piers\"\n[params.menu.at]\nrank = 1\n",
            "content/_index.md",
            "+++\ntitle = \"Walks\"\n[[cascade]]\ntype = \"walk\"\n[cascade._target]\npath = \"/walks/**\"\n+++\n",
            "content/walks/_index.md",
            "---\ntitle: Walks\ncascade:\n  - tags: [piers]\n---\n",
            "content/walks/pier.md",
            "+++\ntitle = \"The pier\"\ndate = 2024-05-01\n+++\n## Gulls\n\nWe walked to the pier and saw gulls.\n");

    /// So many that words stand in more sections than Lucene packs together.
    private static final int POSTS = 130;

    /// A number that spreads them over the alphabet.
    private static final int BOATS = 7_919;

    /// What a service says when it answers.
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    private static final List<List<String>> SEARCHES = List.of(
            List.of("pier", "boat"),
            List.of("harbour"),
            List.of("brekfast", "map"),
            List.of("\"boat from barra\" -rain tag:walks"),
            List.of("old_harbours", "gul*"),
            List.of("hafen", "frühstück"),
            List.of("oldHarbor"),
            List.of("nothing", "of", "all", "this"),
            List.of("--tag", "boats", "walk"),
            List.of("--sort", "newest", "walked", "OR", "rain"),
            List.of("--json", "harbor", "pier"),
            List.of());

    private static final List<String> REQUESTS = List.of(
            "api/v1/search?q=pier",
            "api/v1/search?q=brekfast+old_harbours+map+hafen",
            "api/v1/search?q=gannet+harbour_of",
            "api/v1/search?q=le+port+old_harb&typing=true",
            "api/v1/search?q=%E6%B8%AF%E3%82%92%E6%AD%A9%E3%81%8D+rain+nowhere",
            "api/v1/search?q=%22boat+from+barra%22+gul*+-rain&offset=10",
            "search?q=walk+pier&tag=boats",
            "api/v1/suggest?q=pi");

    private final Path folder;
    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /// Indexes posts, then serves them, or searches for them; prints nothing.
    ///
    /// @param args  `serve`, `index`, or `search`, which comes after one of these; then the scratch folder
    public static void main(String[] args) throws IOException, InterruptedException {
        LibraryLogs.quieten();
        Rehearsal rehearsal = new Rehearsal(Path.of(args[1]));
        if (args[0].equals("search")) {
            rehearsal.search();
        } else {
            rehearsal.indexSite();
            rehearsal.index();
        }
        if (args[0].equals("serve")) {
            rehearsal.serve();
        }
        System.exit(Main.DONE); // which takes code that ending by itself doesn't
    }

    /// Twice, so that there are two segments as in any large index, and a post that was replaced.
    private void index() throws IOException {
        Path posts = Files.createDirectories(folder.resolve("posts"));
        for (int i = 0; i < POSTS; i++) {
            Files.writeString(posts.resolve("walk" + i + ".md"), walk(i % 28 + 1, i / 2, i));
        }
        for (int i = 0; i < FOREIGN.size(); i++) {
            Files.writeString(posts.resolve("old port" + i + ".md"), FOREIGN.get(i));
        }
        Files.writeString(posts.resolve("posts.json"), "{\"layout\": \"walk\"}");
        run("index", nowhere, "--full", "--posts", posts.toString());
        Files.writeString(posts.resolve("walk0.md"), walk(29, 1, 0));
        Files.writeString(posts.resolve("rain.md"), walk(31, 0, POSTS).replace("[walks, boats]", "rain"));
        run("index", nowhere, "--posts", posts.toString());
    }

    private void indexSite() throws IOException {
        Path site = folder.resolve("site");
        for (Map.Entry<String, String> file : SITE.entrySet()) {
            Path path = site.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        run(
                "index",
                nowhere,
                "--full",
                "--allow-shrink",
                "--posts",
                site.resolve("content").toString());
    }

    /// Each boat has a name and a page of its own, so that many words and addresses begin alike: dictionaries keep
    /// these together and pack them.
    private static String walk(int day, int other, int boat) {
        String name = (boat % 2 == 0 ? "gannet" : "tern") + Integer.toString(boat * BOATS, Character.MAX_RADIX);
        return """
            ---
            title: A walk along the harbour
            date: 2024-05-%02d
            tags: [walks, boats]
            location: Oban, Scotland
            ---

            We walked *before* breakfast, with the [map](map.md) of `old_harbours`, and [back](/2024/05/walk%d/#the-pier).

            ## The pier

            - Gulls, and a boat from Barra, the [%s](/boats/%s/).

            ```java
            Harbour harbour = Harbour.of("Oban");
            ```

            ![the pier at dawn](pier-at-dawn.jpg)
            """.formatted(day, other, name, name);
    }

    /// Up to the first answers and suggestions.
    private void serve() throws IOException, InterruptedException {
        PipedReader said = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(said), true);
        String[] options = {
            "--posts", folder.resolve("posts").toString(), "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"
        };
        Thread service = Thread.ofPlatform().start(() -> run("serve", out, options));
        Matcher address = ADDRESS.matcher(String.valueOf(new BufferedReader(said).readLine()));
        if (address.find()) {
            for (String request : REQUESTS) {
                URI asked = URI.create(address.group() + request);
                try (InputStream answer = asked.toURL().openStream()) {
                    answer.readAllBytes();
                }
            }
        }
        service.interrupt();
        service.join();
    }

    private void search() {
        for (List<String> search : SEARCHES) {
            run("search", nowhere, search.toArray(String[]::new));
        }
    }

    private void run(String command, PrintWriter out, String... options) {
        Stream<String> start =
                Stream.of(command, "--index", folder.resolve("index").toString());
        Main.run(Stream.concat(start, Stream.of(options)).toArray(String[]::new), out, nowhere);
    }
}
