/**
 * The network as SVG drawings: a wide and a narrow one, of which the page shows the one that fits.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { bottomOf, type Box, drawn, heightOf, type Placed, stacked } from "./drawing_text.ts";
import { type Html, markup } from "./html.ts";
import { type Link, ownerOf, seenNetworks, type Site, tunnelsOf, type Unit } from "./model.ts";
import { outerAddress } from "../../gateway/outer_address.ts";

/** Maximum number of tunnels in one drawing, so that it can be read and printed. */
const MOST = 10;

/** A unit with some of its tunnels. */
interface Scene {
  unit: Unit;
  networks: Box[];
  gateways: Box[];
  /** What both gateways of a pair have in common. */
  shared?: string;
  peers: Box[];
  /** The drawing in sentences. */
  description: string;
  title: string;
}

/** Figures, each with a description in words. */
export function drawings(site: Site): Html {
  return markup`${
    scenes(site).map((scene, at) =>
      markup`
        <figure>
        ${svg(scene, `wide-${at + 1}`, wide)}${
        svg(
          scene,
          `narrow-${at + 1}`,
          narrow,
        )
      }<figcaption>${scene.title}</figcaption>
        </figure>
      `
    )
  }`;
}

function scenes({ units, links }: Site): Scene[] {
  const order = [...new Set([...links.map(({ unit }) => unit), ...units])];
  return order.flatMap((unit): Scene[] => {
    const own = links.filter((link) => link.unit === unit);
    const clients = unit.gateways[0]!.clients;
    const others: Box[] = own.map(peerBox).concat(clients.map(({ name, pool }) => ({
      kind: "peer",
      title: name,
      lines: ["laptops and phones", `get ${pool}`],
    })));
    // A gateway whose tunnels are all drawn at their other ends is included there.
    if (others.length === 0 && links.some(({ far }) => far?.unit === unit)) return [];
    const parts = Array.from(
      { length: Math.max(1, Math.ceil(others.length / MOST)) },
      (_none, at) => others.slice(at * MOST, (at + 1) * MOST),
    );
    return parts.map((peers, at) => ({
      unit,
      peers,
      networks: networkBoxes(unit),
      gateways: unit.gateways.map(gatewayBox),
      ...sharedAddress(unit),
      description: described(unit, peers),
      title: `What the tunnels of ${unit.title} lead to${
        parts.length > 1 ? `, part ${at + 1} of ${parts.length}` : ""
      }`,
    }));
  });
}

function peerBox({ tunnel, far }: Link): Box {
  const most = 4;
  const remote = tunnel.iface === undefined ? tunnel.remote : ["what routes lead there"];
  return {
    // It has a description too: a gateway like the one in the middle.
    kind: far ? "gateway" : "peer",
    title: tunnel.name,
    lines: [
      ...(far ? [far.unit.title] : []),
      tunnel.peer === "any" ? "any address" : tunnel.peer,
      ...remote.slice(0, remote.length > most ? most - 1 : most),
      ...(remote.length > most ? [`and ${remote.length - most + 1} more networks`] : []),
    ],
  };
}

/** The networks behind the gateway, with their interfaces. */
function networkBoxes(unit: Unit): Box[] {
  const { network } = unit.gateways[0]!;
  const inside = [...new Set(tunnelsOf(unit).flatMap(seenNetworks))];
  const most = 6;
  const boxes = inside.slice(0, most).map((text): Box => {
    const card = network.interfaces.find((one) => networkOf(one.address) === text);
    return {
      kind: "network",
      title: text,
      lines: card ? [card.description ? `${card.description} (${card.name})` : card.name] : [],
    };
  });
  return inside.length <= most ? boxes : [...boxes, {
    kind: "network",
    title: "",
    lines: [`and ${inside.length - most} more networks`],
  }];
}

/** `10.0.0.0/24` for `10.0.0.1/24`. */
function networkOf(address: string): string | undefined {
  const [host = "", length] = address.split("/");
  const parts = host.split(".").map(Number);
  if (length === undefined || parts.length !== 4) return undefined;
  const bits = Number(length);
  return parts.map((byte, at) => {
    const kept = Math.min(8, Math.max(0, bits - at * 8));
    return byte & (0xff00 >> kept) & 255;
  }).join(".") + `/${length}`;
}

function gatewayBox(gateway: Gateway): Box {
  const first = gateway.tunnels[0];
  const daemon = first === undefined
    ? gateway.clients.length > 0 ? "iked" : undefined
    : first.ike === 1
    ? "isakmpd"
    : "iked";
  const own = gateway.network.interfaces
    .filter(({ carp, address }) => !carp && address.includes("/"))
    .map(({ name, address }) => `${name}  ${address}`);
  return {
    kind: "gateway",
    title: gateway.hostname,
    lines: [
      `OpenBSD ${gateway.release.version}${daemon === undefined ? "" : `, ${daemon}`}`,
      ...own.slice(0, 4),
    ],
  };
}

function sharedAddress(unit: Unit): { shared?: string } {
  if (unit.gateways.length < 2) return {};
  const tunnel = tunnelsOf(unit)[0];
  const address = tunnel && outerAddress(ownerOf(unit, tunnel), tunnel);
  return { shared: address === undefined ? "stand in for each other" : `both speak as ${address}` };
}

function described(unit: Unit, peers: readonly Box[]): string {
  const networks = networkBoxes(unit).map(({ title, lines }) => title || lines[0]!).join(", ");
  return [
    unit.gateways.length > 1
      ? `${unit.title} stand in for each other.`
      : `The gateway is ${unit.title}.`,
    ...(networks === "" ? [] : [`Behind it: ${networks}.`]),
    ...peers.map(({ title, lines }) => `${title} leads to ${lines.join(", ")}.`),
  ].join(" ");
}

/** Shapes on a canvas with a size. */
interface Picture {
  width: number;
  height: number;
  shapes: Html;
}

function svg(scene: Scene, id: string, layout: (scene: Scene) => Picture): Html {
  const { width, height, shapes } = layout(scene);
  const kind = id.split("-")[0]!;
  return markup`
    <svg class="${kind}" role="img" aria-labelledby="${id}-title ${id}-desc"
      viewBox="-1 -1 ${width + 2} ${Math.ceil(height) + 2}" xmlns="http://www.w3.org/2000/svg">
    <title id="${id}-title">${scene.title}</title>
    <desc id="${id}-desc">${scene.description}</desc>
    ${shapes}</svg>
  `;
}

const total = (boxes: readonly Box[], gap: number) =>
  boxes.reduce((sum, box) => sum + heightOf(box) + gap, -gap);

/** Networks, gateways and peers from left to right. */
function wide({ networks, gateways, shared, peers }: Scene): Picture {
  const gap = 14;
  const head = 30;
  const frame = shared === undefined ? 0 : 34;
  const height = Math.max(
    total(networks, gap),
    total(gateways, gap) + frame + (shared === undefined ? 0 : 14),
    total(peers, gap),
    60,
  );
  const middle = head + height / 2;
  const column = (boxes: readonly Box[], x: number, width: number, shift = 0) =>
    stacked(boxes, { x, width, gap, y: middle - total(boxes, gap) / 2 + shift });
  const left = column(networks, 0, 236);
  const center = column(gateways, 332, 240, frame / 4);
  const right = column(peers, 690, 270);
  const inner = shared === undefined ? [332, 572] : [320, 584];
  const sky = 634;
  return {
    width: 960,
    height: head + height + 6,
    shapes: markup`
      <line class="border" x1="${sky}" y1="22" x2="${sky}" y2="${head + height + 4}" /><text
        class="label middle" x="${sky}" y="13">Internet</text>
      ${left.map((box) => curve("lan", box.x + box.width, center_(box), inner[0]!, middle))}${
      right
        .map((box) => curve("tunnel", inner[1]!, middle, box.x, center_(box)))
    }${shared !== undefined && framed(shared, center, 12)}${
      [...left, ...center, ...right].map(
        drawn,
      )
    }
    `,
  };
}

const center_ = ({ y, height }: Placed) => y + height / 2;

function curve(kind: "lan" | "tunnel", x1: number, y1: number, x2: number, y2: number): Html {
  const half = (x1 + x2) / 2;
  return markup`
    <path class="${kind}"
      d="M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}" />
  `;
}

/** The two gateways of a pair. */
function framed(label: string, boxes: readonly Placed[], by: number): Html {
  const [first] = boxes;
  const top = first!.y - by - 18;
  return markup`
    <rect class="pair" x="${first!.x - by}" y="${top}" width="${
    first!.width +
    2 * by
  }" height="${bottomOf(boxes) + by - top}"
      rx="12" />
    <text class="label" x="${first!.x}" y="${top + 18}">${label}</text>
  `;
}

/** The same from top to bottom, for narrow screens. */
function narrow({ networks, gateways, shared, peers }: Scene): Picture {
  const trunk = 13;
  const top = stacked(networks, { x: 0, y: 1, width: 328, gap: 8 });
  const frame = shared === undefined ? 0 : 30;
  const start = bottomOf(top) + (networks.length > 0 ? 22 : 0) + frame;
  const inset = shared === undefined ? 0 : 8;
  const center = stacked(gateways, { x: inset, y: start, width: 328 - 2 * inset, gap: 10 });
  const end = bottomOf(center) + inset;
  const sky = end + 24;
  const below = stacked(peers, { x: 34, y: sky + 18, width: 294, gap: 10 });
  const last = below.at(-1);
  return {
    width: 328,
    height: bottomOf(below, sky) + 3,
    shapes: markup`
      ${
      networks.length > 0 &&
      markup`
          <line class="lan" x1="164" y1="${bottomOf(top)}" x2="164" y2="${start - frame}" />
        `
    }<line class="border" x1="0" y1="${sky}" x2="328" y2="${sky}" /><text
        class="label end" x="328" y="${sky - 6}">Internet</text>
      ${
      last && markup`
        <line class="tunnel" x1="${trunk}" y1="${end}" x2="${trunk}" y2="${center_(last)}" />
      `
    }${
      below.map((box) =>
        markup`
          <line class="tunnel" x1="${trunk}" y1="${center_(box)}" x2="34" y2="${center_(box)}" />
        `
      )
    }${shared !== undefined && framed(shared, center, 8)}${
      [...top, ...center, ...below].map(
        drawn,
      )
    }
    `,
  };
}
