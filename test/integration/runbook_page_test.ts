import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import type { Gateway } from "../../gateway/gateway.ts";
import { loadGateway } from "../../gateway/load/load.ts";
import { renderRunbook } from "../../site/runbook/runbook.ts";
import { haveChromium, withChromium } from "../chromium.ts";
import { testGateway } from "../gateway.ts";
import { family, hostileGateway, manyTunnels, sixGateway } from "../runbook_gateways.ts";

const root = new URL("../../", import.meta.url);

/** The two of examples/office, as the command reads them. */
async function office(): Promise<Gateway[]> {
  return await Promise.all(
    ["gw1", "gw2"].map(async (name) =>
      (await loadGateway(fileURLToPath(new URL(`examples/office/${name}.yaml`, root)))).gateway
    ),
  );
}

/** Notes everything that the browser complains about or asks for. */
function complaints(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => said.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error}`));
  page.on("dialog", (dialog) => {
    said.push("dialog");
    void dialog.dismiss();
  });
  page.on("request", (request) => said.push(`request: ${request.url()}`));
  return said;
}

/** What axe-core finds, each with the piece of the page that it is about. */
const AXE = `axe.run().then(({ violations }) => violations.map((one) =>
  one.id + ": " + one.nodes[0].html + " " + one.nodes[0].failureSummary))`;

/** Pages of a PDF: its page objects. */
function pagesOf(pdf: Uint8Array): number {
  return new TextDecoder("latin1").decode(pdf).match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

Deno.test({
  name: "a browser shows the page without complaint, wide and narrow, light and dark, and on paper",
  ignore: !haveChromium(),
  fn: async (test) => {
    const axe = await Deno.readTextFile(fileURLToPath(import.meta.resolve("axe-core")));
    const all = new Map(Object.entries({
      pair: await office(),
      example: [testGateway()],
      family: family(),
      hostile: [hostileGateway()],
      six: [sixGateway()],
      fifty: [manyTunnels(50)],
    }));
    await withChromium(async (browser) => {
      for (const [name, gateways] of all) {
        await test.step(name, async () => {
          const page = await browser.newPage();
          const said = complaints(page);
          for (const width of [1280, 360]) {
            await page.setViewport({ width, height: 800 });
            for (const scheme of ["light", "dark"]) {
              await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
              await page.setContent(renderRunbook(gateways));
              const wide = await page.evaluate("document.documentElement.scrollWidth");
              assert.equal(wide, width, `${scheme}: it scrolls sideways`);
              // Fifty tunnels have no more kinds of things than one, and take long.
              if (name === "fifty") continue;
              await page.evaluate(axe);
              assert.deepEqual(await page.evaluate(AXE), [], `${width} ${scheme}`);
            }
          }
          if (name === "example") {
            // What is copied is what is typed, wherever the lines are broken.
            assert.match(
              String(
                await page.evaluate(
                  "[...document.querySelectorAll('pre')].map((one) => one.innerText).join('\\n')",
                ),
              ),
              /^tcpdump -ni vio0 host 192\.0\.2\.230 and '\(udp port 500 or udp port 4500 or ip proto 50\)'$/m,
            );
          }
          if (name === "pair" || name === "example") {
            const pages = pagesOf(
              await page.pdf({ preferCSSPageSize: true, printBackground: true }),
            );
            assert(pages >= 1 && pages <= 4, `${pages} pages`);
          }
          assert.deepEqual(said, []);
          await page.close();
        });
      }
    });
  },
});
