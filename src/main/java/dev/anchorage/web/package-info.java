/// Answers over HTTP. Undertow lives only here.
@NullMarked
package dev.anchorage.web;

import org.jspecify.annotations.NullMarked;
