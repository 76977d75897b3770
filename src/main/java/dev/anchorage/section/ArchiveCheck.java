package dev.anchorage.section;

import dev.anchorage.archive.Problem;
import dev.anchorage.section.PostLinks.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Finds what is wrong with the links and ids of an archive: links that lead nowhere, ids given twice, headings without
/// one. Knows only what the posts say; what else the site holds (pages of the theme, files) is not judged.
public final class ArchiveCheck {
    private final List<SectionedPost> posts;
    private final PostLinks links;
    private final IdentityHashMap<SectionedPost, PageIds> ids = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int fragments;
    private int resolved;

    private ArchiveCheck(List<SectionedPost> posts) {
        this.posts = posts;
        links = new PostLinks(posts);
        posts.forEach(post -> ids.put(post, new PageIds(post)));
    }

    /// Looks at all posts of an archive, hidden ones included, for links to them are not dead.
    public static CheckReport of(List<SectionedPost> posts) {
        ArchiveCheck check = new ArchiveCheck(posts);
        check.posts.forEach(check::look);
        return new CheckReport(check.problems, check.fragments, check.resolved);
    }

    private void look(SectionedPost post) {
        Map<String, Integer> lines = new HashMap<>();
        for (Section section : post.sections()) {
            if (!section.isLead()) {
                lookAtId(post, section, lines);
            }
            section.links().forEach(link -> lookAtLink(post, link));
        }
    }

    private void lookAtId(SectionedPost post, Section section, Map<String, Integer> lines) {
        String id = section.elementId();
        if (id == null || id.isEmpty()) {
            String lack = id == null ? "no id" : "an empty id";
            problem(
                    post,
                    section.line(),
                    "the generator gives the heading \"%s\" %s".formatted(section.heading(), lack));
            return;
        }
        Integer first = lines.putIfAbsent(id, section.line());
        if (first != null) {
            problem(
                    post,
                    section.line(),
                    "the id \"%s\" stands on line %d already, and links lead there".formatted(id, first));
        }
    }

    private void lookAtLink(SectionedPost post, Link link) {
        int hash = link.target().indexOf('#');
        String fragment = hash < 0 ? "" : link.target().substring(hash + 1);
        String address = (hash < 0 ? link.target() : link.target().substring(0, hash)).replaceFirst("\\?.*$", "");
        if (address.isEmpty()) {
            lookAtFragment(post, link, fragment);
            return;
        }
        switch (links.find(address, post.post())) {
            case Target.Known known -> lookAtForeignFragment(post, link, known.post(), fragment);
            case Target.Missing ignored ->
                problem(post, link.line(), "\"%s\" leads to no post of this archive".formatted(link.target()));
            case Target.Elsewhere ignored -> {}
        }
    }

    private void lookAtFragment(SectionedPost post, Link link, String fragment) {
        if (!PageIds.isOurs(fragment)) {
            return;
        }
        fragments++;
        if (idsOf(post).has(fragment)) {
            resolved++;
        } else {
            String nearest = nearest(idsOf(post), fragment);
            problem(post, link.line(), "\"%s\" leads nowhere on this page%s".formatted(link.target(), nearest));
        }
    }

    private void lookAtForeignFragment(SectionedPost post, Link link, SectionedPost target, String fragment) {
        if (!PageIds.isOurs(fragment) || idsOf(target).has(fragment)) {
            return;
        }
        String path = target.post().path();
        String nearest = nearest(idsOf(target), fragment);
        problem(
                post,
                link.line(),
                "\"%s\" leads to %s, which has no such id%s".formatted(link.target(), path, nearest));
    }

    private PageIds idsOf(SectionedPost post) {
        return ids.computeIfAbsent(post, PageIds::new);
    }

    private static String nearest(PageIds ids, String fragment) {
        return ids.nearest(fragment).map(id -> "; nearest is \"#" + id + "\"").orElse("");
    }

    private void problem(SectionedPost post, int line, String message) {
        problems.add(new Problem(post.post().path(), line, message));
    }
}
