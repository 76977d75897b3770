package dev.anchorage.web;

import dev.anchorage.querylog.QueryLog;
import dev.anchorage.querylog.QueryReport;
import java.util.concurrent.Callable;

/// A query log, and what it tells the owner.
///
/// @param report  reads what was counted so far
public record QueryWatch(QueryLog log, Callable<QueryReport> report) {}
