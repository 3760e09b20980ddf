/**
 * One page for the administrators of gateways: the network, the tunnels, and what to do.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { accessSection } from "./access_section.ts";
import { downSection } from "./down_section.ts";
import { drawings } from "./drawing.ts";
import { Html, joined, markup } from "./html.ts";
import { type Site, siteOf } from "./model.ts";
import { perimeterSection } from "./perimeter_section.ts";
import { replaceSection } from "./replace_section.ts";
import { STYLE } from "./style.ts";
import { tunnelSection } from "./tunnels.ts";

/**
 * An HTML page without external resources, scripts and secrets: the description's references to
 * secrets are shown, not their values.
 */
export function renderRunbook(gateways: readonly Gateway[]): string {
  const site = siteOf(gateways);
  const title = titleOf(site);
  const sections: { id: string; title: string; body: Html }[] = [
    { id: "network", title: "The network", body: drawings(site) },
    { id: "tunnels", title: "Tunnels", body: tunnelSection(site) },
    { id: "perimeter", title: "In front of the gateway", body: perimeterSection(site) },
    { id: "access", title: "Who may log in", body: accessSection(site) },
    { id: "down", title: "When a tunnel is down", body: downSection(site) },
    { id: "replace", title: "Replace the machine", body: replaceSection(site) },
  ];
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}: runbook</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="lead">${count(gateways.length, "OpenBSD gateway")}, ${
    count(site.links.length, "tunnel")
  }: how they are connected, and what to do when a tunnel is down.</p>
<nav aria-label="Sections"><ul>${
    sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)
  }</ul></nav>
</header>
<main>
${
    sections.map(({ id, title, body }) =>
      markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}</section>
`
    )
  }</main>
<footer>Made by <code>gatewright runbook ${
    joined(gateways.map(({ file }) => file), " ")
  }</code>. Make it again after each change. It holds no secret.</footer>
</body>
</html>
`.text;
}

/** All names, or the first of many. */
function titleOf({ units }: Site): string {
  const names = units.map((unit) => unit.title);
  return names.length <= 3
    ? names.join(", ")
    : `${names[0]} and ${names.length - 1} other gateways`;
}
