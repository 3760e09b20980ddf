/**
 * Checks `release` and `syspatch`: which updates a release still gets, and which it lacks.
 * @module
 */
import type { Path } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import {
  endedBy,
  type Erratum,
  openbsdRelease,
  SUPPORTED_VERSIONS,
  type Touches,
} from "../openbsd/releases.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { usesIpv6 } from "../uses_ipv6.ts";
import type { Report } from "./report.ts";

/**
 * Reports unsupported releases, errata that concern the gateway, and mirror URLs with too long a
 * path.
 */
export function checkRelease(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  const { release } = gateway;
  checkMirrors(gateway, report);
  if (release.rehearsal) {
    for (const field of ["mirror", "key"] as const) {
      if (release[field] === undefined) continue;
      report(["release", field], "error", "a rehearsal makes its own release: remove this", {
        rests: [["release", "rehearsal"]],
      });
    }
    return;
  }
  const path = typeof description.release === "object" ? ["release", "version"] : ["release"];
  checkSupport(gateway, path, report);
  checkErrata(gateway, path, report);
}

function checkSupport({ release }: Gateway, path: Path, report: Report): void {
  const end = endedBy(release.number);
  if (end === undefined) return;
  const use = SUPPORTED_VERSIONS.map((version) => `"${version}"`).join(" or ");
  const mirror = release.mirror === undefined
    ? `, and mirrors delete such releases: use ${use}, or name a mirror that kept it (release.mirror)`
    : `: use ${use}`;
  report(
    path,
    "warning",
    `${release.version} has had no errata since ${end.released}, when ${end.version} was released${mirror}`,
    { rests: [["release", "mirror"]] },
  );
}

function checkErrata(gateway: Gateway, path: Path, report: Report): void {
  const { release, syspatch, installurl } = gateway;
  const touching = (openbsdRelease(release.number)?.errata ?? [])
    .filter((one) => concerns(gateway, one));
  const [single] = touching.filter(({ touches }) => touches === "single");
  const others = touching.filter((one) => one !== single);
  if (syspatch && single) {
    report(
      ["syspatch"],
      "warning",
      `erratum ${single.name} of ${release.version}: ${single.why}; give /usr a partition of its own (disk: {layout: auto}, or a list with /usr), or set syspatch: false`,
      { rests: [["disk", "layout"], path] },
    );
  }
  if (others.length === 0) return;
  if (syspatch) {
    const names = others.map(({ name }) => name).join(", ");
    report(
      path,
      "note",
      `${release.version} has errata for what this gateway uses, which the first boot downloads from ${
        withoutPassword(installurl)
      }: ${names}`,
    );
  } else {
    const list = others.map(({ name, why }) => `${name} (${why})`).join(", ");
    report(
      ["syspatch"],
      "warning",
      `${release.version} does not get its errata for what this gateway uses: ${list}; set syspatch: true`,
      { rests: [path] },
    );
  }
}

/** Whether the gateway uses what the erratum fixes. */
function concerns(gateway: Gateway, { touches }: Erratum): boolean {
  const { disk, network, tunnels } = gateway;
  const uses: Record<Touches, () => boolean> = {
    all: () => true,
    ipsec: () => tunnels.length > 0,
    ikev2: () => tunnels.some((tunnel) => tunnel.ike === 2),
    ipv6: () => usesIpv6(gateway),
    autoconf6: () => network.interfaces.some((one) => one.address6 === "autoconf"),
    single: () =>
      disk.layout === "single" ||
      (disk.layout !== "auto" && !disk.layout.some((one) => one.mount === "/usr")),
  };
  return uses[touches]();
}

/**
 * Mirrors and installurl(5) end with pub/OpenBSD; the release and the rest of the path are added.
 */
function checkMirrors({ release, installurl }: Gateway, report: Report): void {
  const urls: [Path, string | undefined][] = [
    [["release", "mirror"], release.mirror],
    [["installurl"], installurl],
  ];
  for (const [path, url] of urls) {
    const [after] = /[?#]/.exec(url ?? "") ?? [];
    if (after !== undefined) {
      report(
        path,
        "error",
        `Gatewright appends the release, so a URL with ${after} finds nothing; remove it and what follows`,
      );
    } else if (url !== undefined && !URL.canParse(url)) {
      report(path, "error", "no host or port like that is possible in a URL");
    }
    const [, more] = /(\/(?:[0-9]\.[0-9]|snapshots)(?:\/[a-z0-9-]+)*)$/.exec(url ?? "") ?? [];
    if (more === undefined) continue;
    report(path, "error", `Gatewright appends the release: remove ${more} from the end`);
  }
}

/** A URL without user and password. */
function withoutPassword(url: string): string {
  return url.replace(/^([a-z]+:\/\/)[^/]*@/, "$1");
}
