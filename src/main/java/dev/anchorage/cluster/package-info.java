/// Keeps sections in an OpenSearch cluster. The only package that knows OpenSearch; its classes are loaded when a
/// configuration says `engine: opensearch`.
@org.jspecify.annotations.NullMarked
package dev.anchorage.cluster;
