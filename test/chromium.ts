/**
 * A real browser, Debian's chromium, for tests of pages.
 * @module
 */
import puppeteer, { type Browser } from "puppeteer-core";

/** Debian's. */
const PROGRAM = "/usr/bin/chromium";

/** Whether the browser is there; if not, that is said once. */
export function haveChromium(): boolean {
  try {
    Deno.statSync(PROGRAM);
    return true;
  } catch {
    console.error(
      "skipped: there is no chromium; type ./gatewright test, or apt-get install chromium",
    );
    return false;
  }
}

/**
 * Starts it for `use`, and ends it; all that it writes is in a folder that is removed. Its own sandbox
 * needs what a container may not give.
 */
export async function withChromium(use: (browser: Browser) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-chromium-" });
  const browser = await puppeteer.launch({
    executablePath: PROGRAM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    userDataDir: `${folder}/profile`,
    env: { PATH: Deno.env.get("PATH") ?? "", HOME: folder, TMPDIR: folder },
    timeout: 120_000,
    protocolTimeout: 300_000,
  });
  try {
    await use(browser);
  } finally {
    await browser.close();
    await Deno.remove(folder, { recursive: true });
  }
}
