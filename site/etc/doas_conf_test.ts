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

Deno.test("doas.conf quotes names that are words of its grammar", () => {
  const { access } = testGateway();
  const rules = (...names: string[]) =>
    renderDoasConf(testGateway({
      access: {
        ...access,
        users: names.map((name) => ({ ...access.users[0]!, name, doas: "persist" as const })),
      },
    }));
  for (
    const word of "permit deny as cmd args keepenv setenv persist nopass nolog".split(" ")
  ) assert.equal(rules(word), `permit persist "${word}"\n`);
  assert.equal(rules("permitted", "root2"), "permit persist permitted\npermit persist root2\n");
});
