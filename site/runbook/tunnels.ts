/**
 * Each tunnel with its two ends side by side, and what must be equal at both.
 * @module
 */
import { FAR_END_TITLES } from "../../gateway/far_end_kinds.ts";
import { shownIdentity } from "../../gateway/identity.ts";
import type { SecretRef } from "../../gateway/values.ts";
import { selectorsOf, type TransformSet, type Tunnel } from "../../gateway/tunnel.ts";
import { breakable, code, type Html, lines, markup, type Part } from "./html.ts";
import { type Link, outerWords, ownerOf, type Site, type Unit } from "./model.ts";
import { place } from "./place.ts";

/** The section. */
export function tunnelSection(site: Site): Html {
  if (site.links.length === 0) {
    return markup`
      <p>There are no tunnels to other gateways.</p>
    `;
  }
  return markup`<p>A row with <span class="mark">=</span> has one value for both ends: it must be equal at both, or the
tunnel does not come up. The other rows belong to one end each.</p>
${
    site.links.length > 5 &&
    markup`
      <ul class="index">${
      site.links.map(({ tunnel }, at) =>
        markup`<li><a href="#tunnel-${at + 1}">${tunnel.name}</a></li>`
      )
    }</ul>
    `
  }${site.links.map(tunnelTable)}`;
}

/** One value for both ends, or one for each. */
type Row = { name: string; both: Part } | { name: string; near: Part; far: Part };

function tunnelTable(link: Link, at: number): Html {
  const { unit, tunnel, far } = link;
  return markup`<h3 id="tunnel-${at + 1}">${tunnel.name}</h3>
<table class="ends">
<caption>${tunnel.name}: the two ends</caption>
<thead><tr><th scope="col">What</th><th scope="col">${breakable(unit.title)}</th><th scope="col">${
    far ? breakable(far.unit.title) : "Other end"
  }</th></tr></thead>
<tbody>
${rowsOf(link).map(tableRow)}</tbody>
</table>
${
    far === undefined &&
    markup`
        <p class="soft">What to type at the other end: ${
      code(
        `gatewright far-end ${ownerOf(unit, tunnel).file} ${tunnel.name} --as ${
          tunnel.farEnd ?? "KIND"
        }`,
      )
    }</p>
      `
  }
  `;
}

function tableRow(row: Row): Html {
  return "both" in row
    ? markup`<tr class="equal"><th scope="row"><span class="mark" aria-hidden="true">=</span>${row.name}<span class="hidden">, must be equal</span></th><td colspan="2">${row.both}</td></tr>
`
    : markup`<tr><th scope="row">${row.name}</th><td>${row.near}</td><td>${row.far}</td></tr>
`;
}

function rowsOf(link: Link): Row[] {
  const { unit, tunnel, far } = link;
  const { phase1, phase2, ike } = tunnel;
  return [
    ...(far || tunnel.farEnd
      ? [{
        name: "System",
        near: system(unit),
        far: far ? system(far.unit) : FAR_END_TITLES[tunnel.farEnd!],
      }]
      : []),
    {
      name: "Address",
      near: code(outerWords(unit, tunnel)),
      far: tunnel.peer === "any" ? "any" : code(tunnel.peer),
    },
    { name: "Identity", near: identity(unit, tunnel), far: theirIdentity(link) },
    ...networks(tunnel),
    ...traffic(tunnel),
    {
      name: "Negotiation",
      near: begins(tunnel),
      far: far ? begins(far.tunnel) : theyBegin(tunnel),
    },
    {
      name: "IKE",
      both: `version ${ike}${ike === 1 ? `, ${tunnel.exchange} mode` : ""}`,
    },
    { name: "Phase 1", both: sets(phase1.sets, true) },
    ...lifetimes(tunnel, 1, phase1.lifetime, far?.tunnel.phase1.lifetime),
    {
      name: "Phase 2",
      both: markup`<span class="line">${
        tunnel.protocol === "esp" ? "ESP" : "AH"
      }, ${tunnel.encapsulation} mode</span>${sets(phase2.sets, tunnel.protocol === "esp")}`,
    },
    ...lifetimes(tunnel, 2, phase2.lifetime, far?.tunnel.phase2.lifetime),
    proof(unit, tunnel),
  ];
}

function system({ gateways }: Unit): string {
  return `OpenBSD ${[...new Set(gateways.map(({ release }) => release.version))].join(", ")}`;
}

function identity(unit: Unit, tunnel: Tunnel): Part {
  const shown = shownIdentity(ownerOf(unit, tunnel), tunnel);
  return shown === undefined ? "its address" : code(shown);
}

function theirIdentity({ tunnel, far }: Link): Part {
  if (tunnel.dstid !== undefined) return code(tunnel.dstid);
  if (far) return identity(far.unit, far.tunnel);
  return tunnel.peer === "any" ? "any" : code(tunnel.peer);
}

function networks(tunnel: Tunnel): Row[] {
  if (tunnel.iface !== undefined) {
    return [{ name: "Networks", near: "what routes lead into it", far: "the same there" }];
  }
  const { selectors, nat, local, remote } = tunnel;
  if (selectors) {
    const pairs = selectorsOf(tunnel);
    return [{
      name: "Networks, in pairs",
      near: lines(pairs.map((pair) => code(nat ?? pair.local))),
      far: lines(pairs.map((pair) => code(pair.remote))),
    }];
  }
  return [{
    name: "Networks",
    near: nat === undefined
      ? lines(local.map(code))
      : markup`${code(nat)}, which stands for ${local.join(", ")}`,
    far: lines(remote.map(code)),
  }];
}

function traffic({ proto, localPort, remotePort }: Tunnel): Row[] {
  if (proto === undefined) return [];
  const side = (port: string | undefined) =>
    `${proto}${port === undefined ? "" : `, port ${port}`}`;
  return [{ name: "Only", near: side(localPort), far: side(remotePort) }];
}

function begins({ mode }: Tunnel): string {
  return mode === "passive" ? "waits for it" : "starts it";
}

function theyBegin({ mode, peer }: Tunnel): string {
  return mode === "passive" || peer === "any" ? "starts it" : "may wait for it";
}

function sets(list: readonly TransformSet[], encrypts: boolean): Part {
  if (list.length === 0) return "the daemon's own proposals";
  return lines(list.map(({ enc, auth, prf, group }) =>
    code(
      [
        ...(encrypts ? [enc] : []),
        ...(auth === undefined ? [] : [auth]),
        ...(prf === undefined ? [] : [`prf ${prf}`]),
        group === "none" ? "no PFS group" : group,
      ].join(", "),
    )
  ));
}

/** isakmpd(8) compares the lifetime of phase 1; all others may differ. */
function lifetimes(
  { ike }: Tunnel,
  phase: 1 | 2,
  near: number | undefined,
  far: number | undefined,
): Row[] {
  const name = `Phase ${phase} lifetime`;
  if (near === undefined) return [];
  if (ike === 1) return [{ name, both: duration(near) }];
  return [{ name, near: duration(near), far: far === undefined ? "its own" : duration(far) }];
}

/** `86400 s (24 h)`. */
function duration(seconds: number): string {
  const [unit, size] = seconds % 86400 === 0 && seconds > 86400
    ? ["d", 86400] as const
    : seconds % 3600 === 0
    ? ["h", 3600] as const
    : seconds % 60 === 0
    ? ["min", 60] as const
    : ["s", 1] as const;
  return size === 1 ? `${seconds} s` : `${seconds} s (${seconds / size} ${unit})`;
}

function proof(unit: Unit, tunnel: Tunnel): Row {
  const { auth } = tunnel;
  const kept = (ref: SecretRef) => place(ownerOf(unit, tunnel), ref);
  if (auth.method === "psk") {
    return {
      name: "Pre-shared key",
      both: markup`the same text, kept in ${kept(auth.psk)}; not shown here`,
    };
  }
  if (auth.method === "certificate") {
    return {
      name: "Certificate",
      near: markup`${kept(auth.certificate.cert)}, signed by ${kept(auth.certificate.ca)}`,
      far: "one that the same authority signed",
    };
  }
  return { name: "Public keys", near: "has the other end's", far: "has the gateway's" };
}
