/**
 * Whether the files of this host that a description names are there.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import type { Report } from "./report.ts";

/** Reports sources that cannot be read. Secrets are looked at only when they are needed. */
export async function checkSources(gateway: Gateway, report: Report): Promise<void> {
  const named = gateway.files.flatMap(({ content }, index) =>
    content.kind === "source" ? [{ file: content.file, path: ["files", index, "source"] }] : []
  );
  const { key } = gateway.release;
  if (key !== undefined) named.push({ file: key, path: ["release", "key"] });
  for (const { file, path } of named) {
    try {
      const { isFile } = await Deno.stat(file);
      if (!isFile) report(path, "error", `${file} is no file`);
    } catch (error) {
      const missing = error instanceof Deno.errors.NotFound;
      report(path, "error", missing ? `there is no file ${file}` : `${file} cannot be read`);
    }
  }
}
