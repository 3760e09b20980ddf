/**
 * Secrets in the text of a file, where everybody who reads the description sees them.
 * @module
 */
import type { ExtraFile } from "../gateway.ts";
import type { Report } from "./report.ts";

/** What is secret in the files of that path; the first group is what it is called. */
const SECRETS: [path: RegExp, secret: RegExp][] = [
  [/^/, /-----BEGIN [A-Z ]*(PRIVATE KEY)-----/],
  [/^\/etc\/(iked|ipsec)(\.conf|\.d\/|\/[^/]*\.conf)/, /^[^#]*?\b(psk)\s+(?!file\b)["\w]/m],
  [/^\/etc\/iked(\.conf|\/[^/]*\.conf)/, /^\s*user\s+\S+\s+\S()/m],
  [/^\/etc\/bgpd\.conf/, /^[^#]*?\btcp md5sig (password|key)\s/m],
  [/^\/etc\/ospf6?d\.conf/, /^[^#]*?\b(auth-md|auth-key)\s/m],
  [/^\/etc\/sasyncd\.conf/, /^\s*(sharedkey)\s/m],
  [/^\/etc\/hostname\./, /^[^#]*?\b(pass|carppass|wgkey|wgpsk|authkey)\s/m],
];

/** Reports a secret in the text of `file`, which is `files[index]`. */
export function checkPlainSecret(file: ExtraFile, index: number, report: Report): void {
  const { content, append } = file;
  if (content.kind !== "text") return;
  for (const [path, secret] of SECRETS) {
    const found = path.test(file.path) ? secret.exec(content.text) : null;
    if (!found) continue;
    const field = append ? "append" : "content";
    report(
      ["files", index, field],
      "warning",
      `everybody who reads the description sees the secret in it (${
        found[1] || "password"
      }); keep the text in a file of its own, and write ${
        append ? "append: {file: PATH}" : "secret: {file: PATH}"
      }`,
    );
    return;
  }
}
