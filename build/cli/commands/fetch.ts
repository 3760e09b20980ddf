/**
 * `gatewright fetch`: downloads a release into the cache, for offline builds.
 * @module
 */
import { deadline } from "../../../host/deadline.ts";
import { EXIT } from "../../../host/error.ts";
import { NEWEST, VERSION_RANGE, VERSIONS } from "../../../gateway/openbsd/releases.ts";
import { fetchEvents } from "../../progress/fetch_events.ts";
import { fetchRelease } from "../../release/fetch_release.ts";
import { TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";
import { watchBuild } from "../watch_build.ts";

/** The command. */
export const fetch: Command = {
  name: "fetch",
  usage: "RELEASE [--arch amd64|i386] [--mirror URL] [--key FILE] [--timeout TIME] [--json]",
  example: `gatewright fetch ${NEWEST} --arch amd64`,
  flags: [
    { name: "arch", value: "amd64|i386", summary: "architecture; default amd64" },
    { name: "mirror", value: "URL", summary: "mirror up to pub/OpenBSD: https, http or file" },
    { name: "key", value: "FILE", summary: "signify key that the release is signed with" },
    TIMEOUT_FLAG,
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print } = context;
    const [version, ...more] = words;
    if (version === undefined) throw usageError("no release given", fetch);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, fetch);
    if (!VERSIONS.includes(version)) {
      throw usageError(`${version} is not a release from ${VERSION_RANGE}`, fetch);
    }
    const arch = flags.arch ?? "amd64";
    if (arch !== "amd64" && arch !== "i386") {
      throw usageError(`--arch ${arch} is not known; give amd64 or i386`, fetch);
    }
    const timeout = timeoutFlag(flags.timeout, fetch);
    let at = "asking the mirror";
    using watch = watchBuild(context);
    using limit = timeout === undefined ? undefined : deadline(timeout, () => at, signal);
    using release = await fetchRelease({
      release: {
        version,
        number: Number(version.replace(".", "")),
        arch,
        ...(typeof flags.mirror === "string" ? { mirror: flags.mirror.replace(/\/+$/, "") } : {}),
        ...(typeof flags.key === "string" ? { key: flags.key } : {}),
      },
      signal: limit?.signal ?? signal,
      onProgress: fetchEvents((event) => {
        at = `fetching ${event.progress.file}`;
        watch.onEvent(event);
      }),
    });
    const files = [...release.files].map(([name, { path, sha256, size }]) =>
      [name, { path, sha256, size }] as const
    );
    if (json) {
      const { signature } = release;
      print(JSON.stringify({ signature, files: Object.fromEntries(files) }));
    } else for (const [name, { sha256 }] of files) print(`${sha256}  ${name}`);
    return EXIT.done;
  },
};
