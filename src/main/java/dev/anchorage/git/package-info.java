/// Fetches posts from a git remote. JGit lives only here.
@NullMarked
package dev.anchorage.git;

import org.jspecify.annotations.NullMarked;
