/**
 * What `gatewright check` loads besides its own code; started by start_bench.ts.
 * @module
 */
import "damerau-levenshtein";
import "ipaddr.js";
import "node:crypto";
import "node:path";
import "node:url";
import "yaml";
