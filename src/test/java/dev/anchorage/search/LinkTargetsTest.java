package dev.anchorage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.anchorage.index.IndexSchema;
import dev.anchorage.search.Inlinks.Links;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

final class LinkTargetsTest {
    @Test
    void linksToAPostAndToItsSectionsAreCountedUnderAllItsAddresses() throws IOException {
        LinkTargets.OfSite targets = targets(
                List.of("/harbour", "/harbour#pier"),
                List.of("file:/harbour.md", "file:/harbour.md#pier", "file:/harbour.md#boats"),
                List.of("/harbours", "/harbour-map#pier", "/harbour-map"));
        assertEquals(new Links(2, Map.of("pier", 2, "boats", 1)), targets.to(List.of("/harbour", "file:/harbour.md")));
        assertEquals(Links.NONE, targets.to(List.of("/harbou", "/rain")));
    }

    @Test
    void anAddressMayHaveTheSignThatAnchorsBeginWith() throws IOException {
        LinkTargets.OfSite targets =
                targets(List.of("/c#/basics", "/c#/basics#types"), List.of("/c#/basics"), List.of("/c", "/c#intro"));
        assertEquals(new Links(2, Map.of("types", 1)), targets.to(List.of("/c#/basics")));
        assertEquals(1, targets.to(List.of("/c")).sections().get("intro"));
    }

    @Test
    void whereNobodyLinksThereAreNone() throws IOException {
        assertTrue(targets(List.of()).areNone());
    }

    /// What posts link to, each post in a segment of its own.
    @SafeVarargs
    private static LinkTargets.OfSite targets(List<String>... posts) throws IOException {
        try (ByteBuffersDirectory files = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
                for (List<String> links : posts) {
                    Document post = new Document();
                    links.forEach(link -> post.add(new StringField(IndexSchema.LINKS_TO, link, Field.Store.NO)));
                    writer.addDocument(post);
                    writer.commit();
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(files)) {
                return new LinkTargets(reader, SiteParts.of(SiteShare.WHOLE)).of(0);
            }
        }
    }
}
