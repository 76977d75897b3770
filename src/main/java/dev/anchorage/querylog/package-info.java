/// What readers asked for, counted without a trace of who they are, and what it tells the owner.
@NullMarked
package dev.anchorage.querylog;

import org.jspecify.annotations.NullMarked;
