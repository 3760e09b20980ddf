/**
 * `gatewright cache`: lists the cache, and removes files from it.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { sizeText } from "../../../host/size_text.ts";
import { cacheList, cachePrune, prunable, type PruneOptions } from "../../release/cache_prune.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** Asks before files are removed that would have to be downloaded again. */
async function agreed(
  options: PruneOptions,
  ask: (question: string) => boolean,
): Promise<boolean> {
  const entries = await prunable(options);
  if (entries.length === 0) return true;
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const kept = entries.filter(({ kind }) => kind !== "file").length;
  const counts: [number, string, string][] = [
    [entries.length - kept, "verified file", "verified files"],
    [kept, "saved installer or base", "saved installers and bases"],
  ];
  const files = counts.filter(([number]) => number > 0)
    .map(([number, one, several]) => `${number} ${number === 1 ? one : several}`).join(", ");
  return ask(`Remove ${files}, ${sizeText(bytes)}, and what rehearsals are made of? [y/N]`);
}

/** The command. */
export const cache: Command = {
  name: "cache",
  usage: "list|prune [--older-than DAYS] [--yes] [--json]",
  words: [["list", "prune"]],
  example: "gatewright cache prune --older-than 90",
  flags: [
    { name: "older-than", value: "DAYS", summary: "prune only what is older" },
    { name: "yes", summary: "prune without asking" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, print, note, ask }) {
    const [action, ...more] = words;
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, cache);
    if (action !== "list" && action !== "prune") throw usageError("give list or prune", cache);
    const days = flags["older-than"];
    if (days !== undefined && !/^\d+$/.test(String(days))) {
      throw usageError(`--older-than ${days} is not a number of days`, cache);
    }
    const options: PruneOptions = days === undefined
      ? {}
      : { olderThan: new Date(Date.now() - Number(days) * 86_400_000) };
    if (action === "prune" && flags.yes !== true && !json && ask && !await agreed(options, ask)) {
      note("nothing was removed");
      return EXIT.done;
    }
    const { removed: entries, inUse } = action === "list"
      ? { removed: await cacheList(), inUse: [] }
      : await cachePrune(options);
    if (inUse.length > 0 && !json) note(`${inUse.length} files are in use by a build: kept`);
    if (json) print(JSON.stringify(entries));
    else {
      for (const { sha256, size, added, names } of entries) {
        print(`${sha256} ${size} ${added.toISOString()} ${names.join(" ") || "-"}`);
      }
    }
    return EXIT.done;
  },
};
