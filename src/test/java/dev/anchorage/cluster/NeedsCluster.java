package dev.anchorage.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Tests that need OpenSearch nodes: `mvn verify -Pcluster`.
@EnabledIfSystemProperty(
        named = TestCluster.NODES,
        matches = ".+",
        disabledReason = "NOT TESTED against OpenSearch: `mvn verify -Pcluster` does")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsCluster {}
