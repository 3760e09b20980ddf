import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { renderDoasConf } from "./doas_conf.ts";

Deno.test("doas.conf has a rule for each user who may", () => {
  const { access } = testGateway();
  const users = (["no", "password", "persist", "nopass"] as const).map((doas) => ({
    ...access.users[0]!,
    name: `${doas}er`,
    doas,
  }));
  assert.equal(
    renderDoasConf(testGateway({ access: { ...access, users } })),
    "permit passworder\npermit persist persister\npermit nopass nopasser\n",
  );
  assert.equal(renderDoasConf(testGateway({ access: { ...access, users: [users[0]!] } })), "");
});
