/// Commands, options, wiring: turns command lines and configuration into calls of the other packages.
@NullMarked
package dev.anchorage.cli;

import org.jspecify.annotations.NullMarked;
