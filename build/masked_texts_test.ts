import assert from "node:assert/strict";
import { Secret, type Text } from "../host/secret.ts";
import { maskedTexts } from "./masked_texts.ts";
import { masking } from "./console/masking.ts";

const pem = (kind: string, body: string) =>
  `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`;

const SECRETS = {
  psks: new Map([["branch", new Secret("psk-of-branch")]]),
  passwords: new Map([["anna", new Secret("$2b$10$hashOfAnna")]]),
  clientPasswords: new Map([["laptops/anna", new Secret("laptop-word")]]),
  files: new Map([
    ["/etc/token", new Secret("token-of-a-file\n")],
    ["/etc/x.conf", new Secret("user = anna\npassword = of-the-database\n")],
  ]),
  network: new Map([
    ["carp0", new Secret("carp-word")],
    ["failover", new Secret("0123456789abcdef")],
  ]),
  keys: new Map<string, Text>([
    ["/etc/iked/private/local.key", new Secret(pem("PRIVATE KEY", "MIIEvQIBADANBgkqhkiG9w0"))],
    ["/etc/iked/certs/gw.crt", pem("CERTIFICATE", "MIIBszCCAVmgAwIBAgIUQb")],
  ]),
};

Deno.test("every kind of secret is masked in a line of the log", () => {
  const kept = new Secret(pem("OPENSSH PRIVATE KEY", "b3BlbnNzaC1rZXktdjEAAA"));
  const masked = masking(maskedTexts(SECRETS, [kept]));
  for (
    const secret of [
      "psk-of-branch",
      "$2b$10$hashOfAnna",
      "laptop-word",
      "token-of-a-file",
      "password = of-the-database",
      "carp-word",
      "0123456789abcdef",
      "30313233343536373839616263646566",
      "MIIEvQIBADANBgkqhkiG9w0",
      "b3BlbnNzaC1rZXktdjEAAA",
    ]
  ) {
    assert.equal(masked(`a ${secret} b`), "a ******** b");
  }
});

Deno.test("what is public, and what any text may have, is left in the log", () => {
  const masked = masking(maskedTexts(SECRETS));
  for (
    const line of [
      "user = anna",
      "MIIBszCCAVmgAwIBAgIUQb",
      "-----BEGIN PRIVATE KEY-----",
      "Get/Verify base66.tgz",
    ]
  ) {
    assert.equal(masked(line), line);
  }
});
