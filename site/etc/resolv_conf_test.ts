import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { renderResolvConf } from "./resolv_conf.ts";

Deno.test("resolv.conf has the description's servers, or is not there", () => {
  const { network } = testGateway();
  assert.equal(renderResolvConf(testGateway()), "nameserver 10.0.0.1\nlookup file bind\n");
  const many = {
    ...network,
    nameservers: ["10.0.0.1", "2001:db8::53"],
    search: ["a.net", "b.net"],
  };
  assert.equal(
    renderResolvConf(testGateway({ network: many })),
    "search a.net b.net\nnameserver 10.0.0.1\nnameserver 2001:db8::53\nlookup file bind\n",
  );
  const none = { ...network, nameservers: [] };
  assert.equal(renderResolvConf(testGateway({ network: none })), "");
  assert.match(
    renderResolvConf(testGateway({ network: { ...none, search: ["a.net"] } })),
    /^search/,
  );
});
