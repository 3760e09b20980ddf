/**
 * A base as an artifact of its own: `gatewright base`.
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
import { refuseForeign } from "./steps/made_before.ts";

/** One base. */
export interface BuildBaseOptions {
  /** Folder of the results. */
  out: string;
  /** Default: `auto`, KVM where it really runs a guest. */
  accelerator?: "auto" | Accelerator;
  /** Milliseconds for all of it. */
  timeout?: number;
  /** Ends QEMU and removes what was written. */
  signal?: AbortSignal;
  /** Told what goes on. */
  onEvent?: (event: BuildEvent | FetchEvent) => void;
}

/**
 * Installs what every gateway of the kind of `gateway` can be stamped from: release, disk, layout,
 * hardware. No name, user, key or tunnel of it gets into the base, and the inspection says so.
 *
 * @throws {GatewrightError} if any of it fails; `out` is then as it was.
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
  await refuseForeign(out, "build");
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
