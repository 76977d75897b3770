package dev.anchorage.index;

import dev.anchorage.TestBlog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// An archive of generated posts that changes in every way an author can change it.
///
/// Every post has a word of its own, so that one can tell whether anything of it is left.
final class RandomArchive {
    private static final List<String> TAGS = List.of("ferries", "ports", "Ports", "tea", "night trains");
    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "ter", "van", "os", "ri", "bel", "du", "gar", "sen", "ti");

    private final Random random;
    private final TestBlog blog;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Draft> posts = new TreeMap<>();
    private int written;
    private int drafts;

    RandomArchive(Random random, TestBlog blog) {
        this.random = random;
        this.blog = blog;
        for (int i = 0; i < 150; i++) {
            words.add(syllable() + syllable() + syllable() + (random.nextInt(4) == 0 ? "s" : ""));
        }
    }

    List<String> words() {
        return words;
    }

    /// The words that only hidden posts have.
    List<String> hiddenWords() {
        return posts.values().stream()
                .filter(Draft::isHidden)
                .map(Draft::ownWord)
                .toList();
    }

    /// Makes one change: mostly an edit, at times a new, a renamed, a deleted, a hidden or a shown post, or other
    /// metadata.
    void change() throws IOException {
        if (posts.size() < 20) {
            add();
            return;
        }
        String path = new ArrayList<>(posts.keySet()).get(random.nextInt(posts.size()));
        Draft old = java.util.Objects.requireNonNull(posts.remove(path));
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                put(path, old);
                add();
            }
            case 2 -> blog.delete(path);
            case 3 -> {
                blog.delete(path);
                put(freshPath(), old);
            }
            case 4, 5 -> put(path, old.withHidden(!old.isHidden()));
            case 6 -> put(path, draft().withBody(old.body()));
            default -> put(path, old.withBody(body(old.ownWord())));
        }
    }

    /// Adds posts.
    void add(int more) throws IOException {
        for (int i = 0; i < more; i++) {
            add();
        }
    }

    /// Gives a post that isn't hidden another text, and at times other metadata.
    ///
    /// @return the word that only its former version had
    String edit() throws IOException {
        List<String> shown = posts.entrySet().stream()
                .filter(post -> !post.getValue().isHidden())
                .map(Map.Entry::getKey)
                .toList();
        String path = shown.get(random.nextInt(shown.size()));
        Draft old = java.util.Objects.requireNonNull(posts.remove(path));
        put(path, draft().withHidden(false));
        return old.ownWord();
    }

    /// Hides a post.
    void hide() throws IOException {
        Map.Entry<String, Draft> post = posts.entrySet().stream()
                .filter(each -> !each.getValue().isHidden())
                .findFirst()
                .orElseThrow();
        put(post.getKey(), post.getValue().withHidden(true));
    }

    private void add() throws IOException {
        put(freshPath(), draft());
    }

    private String freshPath() {
        return "p" + random.nextInt(3) + "/post-" + written++ + ".md";
    }

    private void put(String path, Draft draft) throws IOException {
        posts.put(path, draft);
        blog.write(path, draft.text());
    }

    private Draft draft() {
        String own = "own" + syllable() + syllable() + drafts++ + syllable();
        String head = "title: " + word() + " " + word() + "\ndate: 20" + (10 + random.nextInt(16)) + "-0"
                + (1 + random.nextInt(9)) + "-12\n"
                + (random.nextInt(4) == 0 ? "" : "tags: [" + tag() + ", " + tag() + ", " + own + "]\n")
                + (random.nextInt(6) == 0 ? "language: de\n" : "")
                + (random.nextInt(8) == 0 ? "summary: " + word() + " " + own + "\n" : "");
        return new Draft(head, body(own), own, random.nextInt(6) == 0);
    }

    private String body(String own) {
        StringBuilder text = new StringBuilder(own).append(' ').append(sentence());
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append("\n\n## ")
                    .append(word())
                    .append(' ')
                    .append(word())
                    .append("\n\n")
                    .append(sentence());
        }
        return text.append("\n\n`").append(own).append("`\n").toString();
    }

    private String sentence() {
        StringBuilder text = new StringBuilder();
        for (int i = 3 + random.nextInt(30); i >= 0; i--) {
            text.append(word()).append(random.nextInt(12) == 0 ? " the " : " ");
        }
        return text.toString().strip() + ".";
    }

    /// Words are as unevenly frequent as in a language.
    private String word() {
        double skewed = random.nextDouble();
        return words.get((int) (skewed * skewed * words.size()));
    }

    private String tag() {
        return TAGS.get(random.nextInt(TAGS.size()));
    }

    private String syllable() {
        return SYLLABLES.get(random.nextInt(SYLLABLES.size()));
    }

    private record Draft(String head, String body, String ownWord, boolean isHidden) {
        Draft withBody(String other) {
            return new Draft(head, other, ownWord, isHidden);
        }

        Draft withHidden(boolean other) {
            return new Draft(head, body, ownWord, other);
        }

        String text() {
            return "---\n" + head + (isHidden ? "draft: true\n" : "") + "---\n" + body;
        }
    }
}
