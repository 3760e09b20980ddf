/**
 * Rendering stays linear in the number of tunnels, and under a second for a thousand.
 * @module
 */
import { siteFiles } from "../../site/files.ts";
import { testGateway, testSecrets, testTunnel } from "../gateway.ts";

function render(count: number): () => void {
  const tunnels = Array.from(
    { length: count },
    (_, at) => testTunnel({ name: `t${at}`, remote: [`10.${1 + (at >> 8)}.${at & 255}.0/24`] }),
  );
  const gateway = testGateway({ tunnels });
  const secrets = testSecrets({
    psks: Object.fromEntries(tunnels.map(({ name }) => [name, "x".repeat(24)])),
  });
  return () => void siteFiles(gateway, secrets);
}

/** Milliseconds of the fastest of five runs. */
function best(run: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }));
}

const [hundred, thousand] = [render(100), render(1000)];
hundred();
const ratio = best(thousand) / best(hundred);
console.log(`1000 tunnels take ${ratio.toFixed(1)} times what 100 take`);
if (ratio > 20 || best(thousand) > 1000) {
  throw new Error("rendering is not linear, or takes over a second");
}

Deno.bench("site files of 100 tunnels", hundred);
Deno.bench("site files of 1,000 tunnels", thousand);
