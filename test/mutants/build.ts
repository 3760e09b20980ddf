/**
 * Mutants of build/.
 * @module
 */
import { of } from "./mutant.ts";

const FETCH = ["build/release/fetch_release_test.ts"];

/** The list. */
export const BUILD = [
  ...of("build/steps/manifest.ts", ["build/steps/manifest_test.ts"], [
    // The hash of what holds secrets.
    "site\\d+\\.tgz|install\\.conf",
    "site\\d+\\.tgz",
  ], ["site\\d+\\.tgz|install\\.conf", "install\\.conf"]),
  ...of("build/keep_identity.ts", ["test/integration/keep_identity_test.ts"], [
    "({ pair }) => !described.has(pair)",
    "({ path }) => !shipped.has(path)",
  ]),
  ...of("build/installer/http_server.ts", ["build/installer/http_server_test.ts"], [
    'type === "bytes" && ranges.length === 1',
    "ranges.length === 1",
  ], [
    'type === "bytes" && ranges.length === 1',
    'type === "bytes"',
  ], [
    "served.pieces(first, last + 1)",
    "served.pieces(0, last + 1 - first)",
  ], ['request.method !== "GET" && request.method !== "HEAD"', 'request.method === "POST"']),
  ...of("build/release/sha256_list.ts", ["build/release/signify_test.ts"], [
    "!match || list.has(match[1]!)",
    "!match",
  ], ["[A-Za-z0-9][A-Za-z0-9._+-]*", "[A-Za-z0-9._+/-]*"]),
  ...of("build/release/fetch_release.ts", FETCH, [
    "if (left) continue;",
    "",
  ], ["other !== undefined && !list.has(`INSTALL.${release.arch}`)", "false"]),
  ...of(
    "build/release/download.ts",
    FETCH,
    ["begin === undefined || Number(begin) !== offset", "begin === undefined", [
      "build/release/download_test.ts",
    ]],
    ["if (size === 0) throw", "if (size < 0) throw"],
    ["(size += chunk.length) > max", "(size += chunk.length) > max * 2"],
  ),
  ...of("build/console/masking.ts", ["build/console/masking_test.ts"], [
    ".sort((a, b) => b.length - a.length)",
    "",
  ]),
  ...of("build/console/console_text.ts", ["build/console/console_text_test.ts"], [
    'if (char === "\\n") this.#escape = "";',
    "",
  ]),
  ...of(
    "build/stamp/saved_key.ts",
    ["build/stamp/saved_key_test.ts"],
    [
      'path: "disk" }',
      "path: machine.disk.path }",
    ],
    ["    incoming: false,\n", ""],
    [
      "{ version: VERSION, arch, args, processor, content }",
      "{ version: VERSION, args, processor, content: content.release }",
    ],
  ),
];
