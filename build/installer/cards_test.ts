import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { installerCards } from "./cards.ts";

/** The cards for a domain of so many. */
const cardsFor = (count: number) => {
  const { domain } = testGateway();
  const [card] = domain.interfaces;
  const interfaces = Array.from(
    { length: count },
    (_, at) => ({ ...card!, mac: `02:00:00:00:00:0${at}` }),
  );
  return installerCards({ domain: { ...domain, interfaces } });
};

Deno.test("the installer has as many cards as the gateway, and none of its addresses", () => {
  assert.deepEqual(cardsFor(3), ["52:54:00:12:34:56", "52:54:00:12:34:57", "52:54:00:12:34:58"]);
  assert.deepEqual(cardsFor(1), ["52:54:00:12:34:56"]);
});

Deno.test("the installer has a card for the sets even where the domain has none", () => {
  assert.deepEqual(cardsFor(0), ["52:54:00:12:34:56"]);
});
