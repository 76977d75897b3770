package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibilityTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: true",
                "draft: yes",
                "Draft: 'true'",
                "draft: 1",
                "draft: maybe",
                "isDraft: true",
                "published: false",
                "published: no",
                "publish: false",
                "status: draft",
                "status: hidden",
                "Status: Private",
                "private: true",
                "hidden: true",
                "unlisted: true",
                "noindex: true",
                "robots: noindex, nofollow",
                "robots: [noindex]",
                "robots: {index: false}",
                "seo: {noindex: true}",
                "password: hunter2",
                "members: true",
                "members_only: true",
                "visibility: members",
                "visibility: paid",
                "access: subscribers",
                "headless: true",
                "build: {list: never}",
                "_build: {render: never}",
                "build: {list: false}",
                "search: false",
                "search: {exclude: true}",
                "search_exclude: true",
                "eleventyExcludeFromCollections: true",
                "permalink: false",
                "params: {draft: true}",
                "extra: {unlisted: true}",
                "in_search_index: false",
                "pagefind: false",
                "date: 2026-06-02",
                "date: 2026-06-01 13:00",
                "publishDate: 2027-01-01",
                "pubDate: Jan 1 2099",
                "date: soon",
                "date: 2099-02-30",
                "date: 2026-13-45",
                "expiryDate: 2026-01-01",
                "expiryDate: someday",
                "expires: 2026-02-31",
                "date: 2020-01-01\\npublishDate: 2099-01-01",
                "draft: false\\ndraft: true",
                "date: [2099-01-01]",
                "published: 2099-01-01",
                "date: 2020-01-01\\npublishDate: when it is done",
                "draft: 'yes'",
                "DRAFT: True",
                " status: Draft",
                "status: skip",
                "visibility: private",
                "build:\\n  list: never",
                "build: {list: local}",
                "sitemap_exclude: true",
                "sitemap: false",
                "sitemap: {disable: true}",
                "date: 2026-06-01T12:30:00+00:00",
                "date: 2026-06-01T06:30:00-08:00",
                "unpublished: true",
                "memberOnly: true"
            })
    void whatIsNotForReadersIsHidden(String lines) {
        assertFalse(isVisible("a.md", "---\ntitle: x\n" + lines.replace("\\n", "\n") + "\n---\nText"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: false",
                "draft: no",
                "draft:",
                "draft: 'false'",
                "published: true",
                "published: 2020-01-01",
                "status: published",
                "status: done",
                "private: false",
                "unlisted: false",
                "noindex: false",
                "robots: index, follow",
                "password:",
                "visibility: public",
                "build: {list: always}",
                "search: true",
                "date: 2026-06-01",
                "date: 2026-06-01T20:30:00+09:00",
                "orphan: true",
                "blogpost: false",
                "sitemap: {priority: 0.5}",
                "date: 2020-13-45",
                "expiryDate: 2027-01-01",
                "hide: [toc]",
                "lastUpdated: false",
                "title2: a draft that is not published",
                "permalink: /a/",
                "members: false"
            })
    void whatIsForReadersIsShown(String lines) {
        assertTrue(isVisible("a.md", "---\ntitle: x\n" + lines + "\n---\nText"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: a: b\ndraft: true\n---\n", "---\ntitle: \"open\ndraft: true\n---\n",
                        "---\ntitle: x\n\tdraft true\n---\n",
                "---\ntitle: x\ndraft: true\n\nNever closed", "+++\ntitle = \ndraft = true\n+++\n",
                        "{\"title\": \"x\", \"draft\": true\n\ntext",
                "---js\n{ draft: true }\n---\n", "---\nx: [[[[\npassword: y\n---\n",
                        "---\ntitle: a: b\n  date: 2099-01-01\n---\n"
            })
    void whatCantBeReadButSpeaksOfADraftIsHidden(String text) {
        assertFalse(isVisible("a.md", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\u2028draft: true\u2028---\u2028Text",
                "---\u0085draft: true\u0085---\u0085Text",
                "---\u000Bdraft: true\n---\nText",
                "\uFEFF\uFEFF---\ndraft: true\n---\nText",
                "\u200B---\ndraft: true\n---\nText",
                " ---\ndraft: true\n---\nText",
                "----\ndraft: true\n----\nText",
                "#+title: x\n#+draft: true\n\nText",
                ":title: x\n:draft: true\n\nText",
                "<!--\n.. title: x\n.. status: draft\n-->\n\nText",
                "<!-- c -->\n\n---\npublished: false\n---\nText",
                "---\rtitle: x\rdraft: true\r---\rText",
                "\n\n---\ndraft: true\n---\nText",
                "---\n{draft: true, title: x}\n---\nText",
                "---\nbase: &b {draft: true}\n<<: *b\n---\nText",
                "---\ndraft: !!bool true\n---\nText",
                "---\ndraft:\u00A0true\n---\nText",
                "{\"draft\":true}\nText",
                "+++\nDraft = true\n+++\nText"
            })
    void aHeadInAnyShapeThatSaysDraftHidesThePost(String text) {
        assertFalse(isVisible("a.md", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Drafts\n\ndraft: true",
                "```yaml\ndraft: true\n```\n",
                "Draft: a word with many meanings",
                "Status: published\n\nText",
                "The status: draft is what Jekyll calls it."
            })
    void aPostThatOnlySpeaksOfDraftsIsShown(String text) {
        assertTrue(isVisible("a.md", text));
    }

    @Test
    void whatCantBeReadAndSpeaksOfNoDraftIsShown() {
        assertTrue(isVisible("a.md", "---\ntitle: Reset your password: a guide\ntags: [a]\n---\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "_drafts/a.md, jekyll, false",
        "blog/_drafts/a.md, none, false",
        "drafts/a.md, none, true",
        "2099-01-01-a.md, jekyll, false",
        "_partial.md, docusaurus, false",
        "_index.md, hugo, true"
    })
    void thePlaceCanHideAPost(String path, String generator, boolean visible) {
        Post post = Reading.post(path, "Text", new Generator(generator));
        assertEquals(visible, post.visibility().isVisibleAt(NOW));
    }

    @Test
    void aFuturePostAppearsWhenItsTimeComes() {
        String text = "---\ndate: 2026-06-01 14:00\nexpiryDate: 2026-06-02\n---\n";
        var options = PostOptions.of(new Generator("hugo")).withZone(ZoneId.of("Europe/Berlin"));
        Visibility visibility = Reading.post("a.md", text, options).visibility();
        assertFalse(visibility.isVisibleAt(NOW.minusSeconds(1)));
        assertTrue(visibility.isVisibleAt(NOW));
        assertFalse(visibility.isVisibleAt(Instant.parse("2026-06-01T22:00:00Z")));
    }

    @Test
    void aPageThatForbidsSearchEnginesIsHidden() {
        String hidden = "---\ntitle: x\n---\n<head><meta content='noindex, follow' name=robots></head>";
        assertFalse(isVisible("a.html", hidden));
        assertTrue(isVisible("a.html", hidden.replace("noindex", "index")));
    }

    @Test
    void aDateInAnUnknownZoneIsNeverTooEarly() {
        assertFalse(isVisible("a.md", "---\ndate: 2026-06-01 01:00 +99:00\n---\n"));
    }

    private static boolean isVisible(String path, String text) {
        return Reading.post(path, text, new Generator("none")).visibility().isVisibleAt(NOW);
    }
}
