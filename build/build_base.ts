/**
 * Builds a base as an artifact: `gatewright base`.
 * @module
 */
import type { Gateway } from "../gateway/gateway.ts";
import { GatewrightError } from "../host/error.ts";
import { deadline } from "../host/deadline.ts";
import type { Manifest } from "../images/manifest/manifest.ts";
import { makeBase } from "./make_base.ts";
import type { BuildEvent, FetchEvent } from "./progress/events.ts";
import { fetchEvents } from "./progress/fetch_events.ts";
import type { Accelerator } from "./qemu/args.ts";
import { fetchRelease } from "./release/fetch_release.ts";
import { OutputFolder } from "./steps/output_folder.ts";

/** Options of a base. */
export interface BuildBaseOptions {
  /** Output folder. */
  out: string;
  /** Default: `auto`, KVM if it really runs a guest. */
  accelerator?: "auto" | Accelerator;
  /** Time limit in milliseconds. */
  timeout?: number;
  /** Ends QEMU and removes the partial result. */
  signal?: AbortSignal;
  /** Called with the progress. */
  onEvent?: (event: BuildEvent | FetchEvent) => void;
}

/**
 * Installs a base that every gateway like `gateway` can be stamped from: the same release, disk,
 * layout and hardware. Its name, users, keys and tunnels do not get into the base, which the
 * inspection checks.
 *
 * @throws {GatewrightError} on failure; `out` is then unchanged.
 */
export async function buildBase(gateway: Gateway, options: BuildBaseOptions): Promise<Manifest> {
  const { out, accelerator, timeout, onEvent = () => {} } = options;
  if (gateway.release.rehearsal) {
    throw new GatewrightError("a rehearsal has no base", {
      kind: "usage",
      where: gateway.file,
      next: "name a release of OpenBSD",
    });
  }
  let at = "fetching the release";
  using limit = timeout === undefined ? undefined : deadline(timeout, () => at, options.signal);
  const signal = limit?.signal ?? options.signal;
  const abort = signal ? { signal } : {};
  await OutputFolder.probe(out, "build");
  using release = await fetchRelease({
    release: gateway.release,
    ...abort,
    onProgress: fetchEvents(onEvent),
  });
  return await makeBase(out, {
    gateway,
    release,
    ...(accelerator ? { accelerator } : {}),
    ...abort,
    onEvent(event) {
      if (event.kind === "phase") at = `phase ${event.phase}`;
      onEvent(event);
    },
  });
}
