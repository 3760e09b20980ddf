/**
 * The style of the page: for light and dark screens, and for paper.
 * @module
 */

const DARK =
  `--ground: #10151c; --raised: #18202a; --text: #e8edf3; --soft: #a9b5c3; --rule: #334150;
  --accent: #8cc2ff; --equal: #1d3350; --same: #cfe4ff; --wire: #6f8296;`;

/** The style sheet. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f4f6f9; --text: #1a222c; --soft: #51606f;
  --rule: #d3dae2; --accent: #0a58a6; --equal: #e5f0fc; --same: #0b3f76; --wire: #8595a6; }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.25rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .7rem; padding-top: .9rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.08rem; margin: 1.8rem 0 .5rem; }
h1, h2, h3, h4, th, td, code { unicode-bidi: isolate; }
p, ul, ol { margin: .5rem 0; max-width: 46rem; }
li { margin: .45rem 0; }
li > pre { margin: .35rem 0 .2rem; }
.lead { color: var(--soft); font-size: 1.05rem; max-width: none; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav ul, .index { list-style: none; max-width: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; margin: 1rem 0 0; }
nav li, .index li { margin: 0; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .9em; }
pre { background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; padding: .55rem .75rem;
  white-space: pre-wrap; }
pre code { font-size: 1em; }
.word { display: inline-block; max-width: 100%; white-space: normal; }
figure { margin: 1.2rem 0 1.6rem; }
figcaption, caption { color: var(--soft); font-size: .875rem; text-align: left; }
figcaption { margin-top: .6rem; }
caption { padding-bottom: .4rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--rule); }
.ends tbody th { overflow-wrap: break-word; }
.rows thead th { overflow-wrap: normal; }
thead th { color: var(--soft); font-weight: 600; border-bottom-width: 2px; }
tbody th { font-weight: 600; width: 22%; }
.ends td { width: 39%; }
.ends tr.equal > * { background: var(--equal); }
.ends th:first-child { padding-left: .6rem; }
table + table, p + table, ol + table, ul + table { margin-top: .9rem; }
table + p { margin-top: .6rem; }
.mark { display: inline-block; min-width: 1.35em; text-align: center; font-weight: 700; color: var(--same);
  border: 1px solid currentColor; border-radius: 1em; font-size: .8em; line-height: 1.35; }
.ends .mark { margin-right: .5em; }
.line { display: block; }
.soft { color: var(--soft); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
figure > svg { display: block; width: 100%; height: auto; }
figure > svg.wide { max-width: 60rem; }
figure > svg.narrow { display: none; max-width: 24rem; }
svg text { font-size: 12.5px; fill: var(--text); font-family: system-ui, "Liberation Sans", Arial, sans-serif; }
svg .bold { font-weight: 650; font-size: 13px; }
svg .label { fill: var(--soft); font-size: 12px; }
svg .middle { text-anchor: middle; }
svg .end { text-anchor: end; }
svg rect { fill: var(--raised); stroke: var(--rule); }
svg .gateway rect { fill: var(--equal); stroke: var(--accent); stroke-width: 1.5; }
svg .network rect { fill: var(--ground); }
svg .pair { fill: none; stroke: var(--accent); stroke-dasharray: 5 4; }
svg path { fill: none; }
svg .lan { stroke: var(--wire); stroke-width: 1.5; }
svg .tunnel { stroke: var(--accent); stroke-width: 2; }
svg .border { stroke: var(--wire); stroke-dasharray: 2 5; }
footer { color: var(--soft); font-size: .875rem; padding: 2rem 1.25rem 3rem; }
@media (max-width: 50rem) {
  figure > svg.wide { display: none; }
  figure > svg.narrow { display: block; }
}
@media (max-width: 40rem) {
  body { font-size: 15px; }
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  header { padding-top: 1.4rem; }
  h1 { font-size: 1.5rem; }
  table { font-size: .875rem; }
  th, td { padding-right: .5rem; }
  .ends tbody th { width: 27%; }
  .ends td { width: 36.5%; }
  .ends th:first-child { padding-left: .3rem; }
  .ends .mark { margin-right: .3em; }
  .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block; width: auto; }
  .rows caption { display: block; }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows tr { border-bottom: 1px solid var(--rule); padding: .45rem 0; }
  .rows th, .rows td { border: 0; padding: .12rem 0; }
  .rows td { display: grid; grid-template-columns: 6.5rem 1fr; }
  .rows td::before { content: attr(data-head); color: var(--soft); }
}
@media print {
  html { font-size: 9.5pt; }
  :root { --ground: #ffffff; --raised: #f6f7f9; --text: #000000; --soft: #444444; --rule: #bbbbbb; --accent: #0a4a8c;
    --equal: #eaf2fb; --same: #0b3f76; --wire: #777777; }
  @page { size: A4; margin: 13mm 14mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { font-size: 1rem; line-height: 1.4; }
  header, main, footer { max-width: none; padding: 0; }
  nav { display: none; }
  h1 { font-size: 17pt; }
  h2 { font-size: 12.5pt; margin: 1rem 0 .4rem; padding-top: .4rem; }
  h3 { font-size: 10.5pt; margin-top: .9rem; }
  h2, h3, caption, p:has(+ table), p:has(+ ul) { break-after: avoid; }
  table, tr, figure, li, pre { break-inside: avoid; }
  th, td { padding-top: .22rem; padding-bottom: .22rem; }
  p, ul, ol { max-width: none; }
  li { margin: .2rem 0; }
  pre { padding: .3rem .6rem; }
  figure { margin: .6rem 0 .8rem; }
  figure > svg.wide { display: block; max-height: 235mm; }
  figure > svg.narrow { display: none; }
  table, pre { font-size: 8.5pt; }
  footer { padding: 1rem 0 0; }
}
`;
