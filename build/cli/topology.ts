/**
 * Draws a gateway with characters: its interfaces, and the networks behind each tunnel.
 * @module
 */
import type { Gateway, Tunnel } from "../../gateway/gateway.ts";

/** The characters of a drawing. */
interface Pen {
  /** Corners of the box: top left, top right, bottom left, bottom right. */
  corners: [string, string, string, string];
  line: string;
  side: string;
  /** Where the wire leaves the box. */
  tap: string;
  /** A branch of the wire to a tunnel, the last branch, and the wire itself. */
  branch: string;
  last: string;
  wire: string;
  tunnel: string;
  /** The end of a tunnel that this gateway starts, and of a passive one. */
  active: string;
  passive: string;
}

const UNICODE: Pen = {
  corners: ["┌", "┐", "└", "┘"],
  line: "─",
  side: "│",
  tap: "┬",
  branch: "├",
  last: "└",
  wire: "│",
  tunnel: "═",
  active: "▶",
  passive: "◀",
};

const ASCII: Pen = {
  corners: ["+", "+", "+", "+"],
  line: "-",
  side: "|",
  tap: "+",
  branch: "+",
  last: "`",
  wire: "|",
  tunnel: "=",
  active: ">",
  passive: "<",
};

/** Pads every column of `rows` to its widest. */
function columns(rows: string[][]): string[][] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]!.length))) ?? [];
  return rows.map((row) => row.map((text, at) => text.padEnd(widths[at]!)));
}

function words({ name, ike, peer, local, remote, mode }: Tunnel, pen: Pen): string[] {
  const { tunnel, line } = pen;
  return [
    local.join(" "),
    `${mode === "passive" ? pen.passive : tunnel}${tunnel} ${name}, IKEv${ike}`,
    `${tunnel}${mode === "passive" ? tunnel : pen.active} ${peer}`,
    `${line}${line} ${remote.join(" ")}`,
  ];
}

/**
 * The drawing of a gateway, several lines without a final newline. An arrow shows who starts a
 * tunnel: it points away from the gateway if that starts it, and towards a passive gateway.
 *
 * @param unicode box drawing characters instead of ASCII
 */
export function topology(gateway: Gateway, unicode: boolean): string {
  const pen = unicode ? UNICODE : ASCII;
  const { network, tunnels } = gateway;
  const inside = columns(network.interfaces.map((one) => [
    one.name,
    [one.address, one.address6].filter((text) => text !== "none").join(" ") || "no address",
    one.description ?? "",
  ])).map((row) => row.join("  ").trimEnd());
  const routes = [network.gateway, network.gateway6].filter(Boolean);
  if (routes.length > 0) inside.push(`default route  ${routes.join(" ")}`);
  const title = `${pen.line} ${gateway.hostname} `;
  const width = Math.max(title.length + 1, ...inside.map((text) => text.length + 2));
  const [topLeft, topRight, bottomLeft, bottomRight] = pen.corners;
  const lines = [
    `${topLeft}${title}${pen.line.repeat(width - title.length)}${topRight}`,
    ...inside.map((text) => `${pen.side} ${text.padEnd(width - 1)}${pen.side}`),
    tunnels.length > 0
      ? `${bottomLeft}${pen.line}${pen.tap}${pen.line.repeat(width - 2)}${bottomRight}`
      : `${bottomLeft}${pen.line.repeat(width)}${bottomRight}`,
  ];
  columns(tunnels.map((tunnel) => words(tunnel, pen))).forEach((row, index) => {
    const end = index === tunnels.length - 1 ? pen.last : pen.branch;
    lines.push(`  ${end}${pen.line} ${row.join(" ")}`.trimEnd());
  });
  return lines.join("\n");
}

/** Whether a terminal with this environment displays more than ASCII (locale(7)). */
export function showsUnicode(env: { get(name: string): string | undefined }): boolean {
  const locale = env.get("LC_ALL") || env.get("LC_CTYPE") || env.get("LANG") || "";
  return /utf-?8/i.test(locale) && env.get("TERM") !== "linux" && env.get("TERM") !== "dumb";
}
