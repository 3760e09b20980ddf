import assert from "node:assert/strict";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Who may have the text of a secret, and what for. Whatever is not here has `[secret]`. */
const MAY_REVEAL = new Map([
  ["host/secret.ts", "the type itself"],
  // What a secret is good for is judged by its text; no word of it is said.
  ["gateway/check/key_files.ts", "whether a key and its certificate are of one pair"],
  ["gateway/check/pair_secrets.ts", "whether both halves of a pair have the same"],
  ["gateway/check/secret_files.ts", "whether a password is well known"],
  [
    "gateway/check/tunnel_secrets.ts",
    "whether the daemons take a psk, and both ends have the same",
  ],
  ["gateway/secrets/secrets.ts", "whether it can be used; passwords are hashed"],
  // Where the daemons want another form of it; the result is a secret again.
  ["site/etc/hostname_kind.ts", "quotes for hostname.if(5)"],
  ["site/extra_files.ts", "the newline at its end"],
  ["site/ipsec/sasyncd_conf.ts", "digits for sasyncd.conf(5)"],
  ["autoinstall/install_conf.ts", "the length of an answer's line"],
  ["images/inspect/read_identity.ts", "whether a public key is the half of a private one"],
  // Where it goes: files for their owner alone, the console of the installer, and masks.
  ["site/file.ts", "the bytes of a file of the site set"],
  ["site/key_files.ts", "the public key beside a private one"],
  ["site/far_end/openbsd.ts", "the far end's file, where the user asks for the key in it"],
  ["build/masked_texts.ts", "what is masked in the log"],
  ["build/steps/companions.ts", "install.conf, mode 0600"],
  ["build/steps/install.ts", "the answers typed on the console"],
  ["build/steps/render_stamp.ts", "the script of a stamp, served where nobody can guess"],
  ["build/stamp/stamp_script.ts", "password hashes as words of its shell"],
  ["build/unchanged/built_before.ts", "HMACs that tell whether it has changed"],
  ["build/compare_disk.ts", "the search for copies on the disk"],
  ["build/write_render.ts", "install.conf, mode 0600"],
  ["build/cli/commands/client.ts", "the profile that the user asks for"],
  ["build/cli/commands/far_end.ts", "--with-key"],
  ["build/cli/commands/key.ts", "the public key of a private one"],
  ["build/lab/client_cases.ts", "files inside the laboratory's guest"],
  ["build/lab/ikev1_cases.ts", "files inside the laboratory's guest"],
  ["build/lab/joined_cases.ts", "masks of the laboratory's console"],
  ["build/lab/libreswan_cases.ts", "files inside the laboratory's guest"],
  ["build/lab/planned.ts", "files inside the laboratory's guest, and masks of its console"],
  ["build/lab/tunnel_cases.ts", "files inside the laboratory's guest"],
]);

Deno.test("only the places listed have the text of a secret", async () => {
  const { stdout } = await new Deno.Command("git", {
    args: ["grep", "-lE", "\\breveal(ed)?\\b", "--", "*.ts"],
    cwd: ROOT,
  }).output();
  const found = new TextDecoder().decode(stdout).split("\n").filter((path) =>
    path !== "" && !path.startsWith("test/") && !/(_test|\/testing)\.ts$/.test(path)
  );
  const extra = found.filter((path) => !MAY_REVEAL.has(path));
  assert.deepEqual(extra, [], "a secret is revealed in a new place: is it needed there?");
  assert.deepEqual([...MAY_REVEAL.keys()].filter((path) => !found.includes(path)), []);
});
