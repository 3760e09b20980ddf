/**
 * Mutants of host/.
 * @module
 */
import { of } from "./mutant.ts";

/** The list. */
export const HOST = [
  ...of(
    "host/search_bytes.ts",
    ["host/search_bytes_test.ts"],
    // The search for secrets across pieces smaller than the secret.
    [
      "const kept = bytes.length >= overlap ? bytes : ",
      "const kept = overlap < 0 ? bytes : bytes; ",
    ],
    ["Math.max(most, bytes.length - 1)", "Math.max(most, bytes.length - 2)"],
    ["this.#begins[prefix >>> 16] = 1;", "this.#begins[prefix & 0xffff] = 1;"],
  ),
  ...of(
    "host/read_bounded.ts",
    ["host/read_bounded_test.ts"],
    ["if (info.isFile && info.size > most)", "if (info.isFile && info.size >= most)"],
    ["if (info.isFile || GIVEN.test(path)) return;", "if (info.isFile) return;"],
  ),
  ...of(
    "host/held_file.ts",
    ["host/held_file_test.ts"],
    // A range request that is not sought.
    ["await this.file.seek(position, Deno.SeekMode.Start);", ""],
    ["if (n === 0) throw new Error(`${this.path} has become shorter`);", "if (n === 0) return;"],
  ),
  ...of(
    "host/run.ts",
    ["host/run_test.ts"],
    ['rest.replaceAll(one, "[secret]")', "rest"],
    ["if (missing) throw notInstalled(program);", ""],
    ['killTree(pid, "SIGKILL");', 'Deno.kill(pid, "SIGKILL");'],
  ),
  ...of("host/few.ts", ["host/few_test.ts"], [
    "lines.length <= most + 1",
    "lines.length <= most",
  ]),
  ...of("host/ustar.ts", ["host/ustar_test.ts"], ["at <= 155", "at < 155"]),
  ...of("host/shown_url.ts", ["host/shown_url_test.ts"], ["shown.search =\n", ""]),
  ...of("host/printable.ts", ["host/printable_test.ts"], [
    'one === "\\n" || one === "\\t"',
    'one === "\\n" || one === "\\r"',
  ]),
  ...of("host/device_identity.ts", ["host/device_identity_test.ts"], ["% 4096 * 256", "% 4096"]),
];
