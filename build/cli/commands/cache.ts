/**
 * `gatewright cache`: what is in the cache, and its removal.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { cacheList, cachePrune } from "../../release/cache_prune.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const cache: Command = {
  name: "cache",
  summary: "list the verified files in the cache, or remove them",
  usage: "list|prune [--older-than DAYS] [--json]",
  words: [["list", "prune"]],
  example: "gatewright cache prune --older-than 90",
  flags: [
    { name: "older-than", value: "DAYS", summary: "prune only what is older" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, print, note }) {
    const [action, ...more] = words;
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, cache);
    if (action !== "list" && action !== "prune") throw usageError("give list or prune", cache);
    const days = flags["older-than"];
    if (days !== undefined && !/^\d+$/.test(String(days))) {
      throw usageError(`--older-than ${days} is no number of days`, cache);
    }
    const prune = () =>
      cachePrune(
        days === undefined ? {} : { olderThan: new Date(Date.now() - Number(days) * 86_400_000) },
      );
    const { removed: entries, inUse } = action === "list"
      ? { removed: await cacheList(), inUse: [] }
      : await prune();
    if (inUse.length > 0 && !json) note(`${inUse.length} files are in use by a build: kept`);
    if (json) print(JSON.stringify(entries));
    else {for (const { sha256, size, added } of entries) {
        print(`${sha256} ${size} ${added.toISOString()}`);
      }}
    return EXIT.done;
  },
};
