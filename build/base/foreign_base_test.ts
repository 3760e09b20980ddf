import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { sumPieces } from "../../images/disk/image_sum.ts";
import { openSource } from "../../images/disk/source.ts";
import type { BaseKind } from "../../images/manifest/manifest.ts";
import { makeKey } from "../release/make_key.ts";
import { signMessage } from "../release/signify.ts";
import { openForeignBase } from "./foreign_base.ts";

const KIND: BaseKind = {
  version: 1,
  release: "6.6",
  arch: "amd64",
  files: "f",
  disk: 80,
  layout: "/ 300M-* 95%\n",
  hardware: "legacy",
  firmware: "bios",
  smp: true,
  speed: 115200,
  answers: "a",
};

/** A folder as `gatewright base` leaves it, with an image that is no disk. */
async function place() {
  const root = await Deno.makeTempDir({ prefix: "gw-foreign-" });
  const folder = `${root}/base`;
  await Deno.mkdir(folder);
  await Deno.writeFile(`${folder}/base.raw`, new Uint8Array(2 << 20).fill(5));
  await Deno.truncate(`${folder}/base.raw`, 80 << 20);
  using source = await openSource(`${folder}/base.raw`);
  const { sum } = await sumPieces(source);
  const outputs = [{ name: "base.raw", size: source.size, ...sum }];
  const manifest = { format: 1, name: "base", base: KIND, outputs };
  await Deno.writeTextFile(`${folder}/manifest.json`, JSON.stringify(manifest));
  return {
    root,
    folder,
    ...sum,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

const refused = (message: RegExp) => (error: unknown) =>
  error instanceof Error && message.test(error.message) &&
  "kind" in error && error.kind === "verification";

Deno.test("a base is copied, holes and all, if it is what its manifest says", async () => {
  await using at = await place();
  let path: string;
  {
    await using base = await openForeignBase({ from: at.folder }, KIND, "gw.yaml");
    path = base.image;
    assert.equal(base.pieces, at.pieces);
    using copy = await openSource(path);
    assert.deepEqual((await sumPieces(copy)).sum, { pieces: at.pieces });
    assert((await Deno.stat(path)).blocks! * 512 < 8 << 20, "holes stay holes");
  }
  await assert.rejects(Deno.stat(path), Deno.errors.NotFound);
});

Deno.test("another kind, another content, and a base that nothing vouches for are refused", async () => {
  await using at = await place();
  const open = (kind = KIND) => openForeignBase({ from: `${at.folder}/base.raw` }, kind, "gw.yaml");
  await assert.rejects(open({ ...KIND, smp: false }), refused(/of another kind/));
  {
    using file = await Deno.open(`${at.folder}/base.raw`, { write: true });
    await file.seek(79 << 20, Deno.SeekMode.Start);
    await file.write(new Uint8Array([1]));
  }
  await assert.rejects(open(), refused(/does not match its checksum/));
  await Deno.remove(`${at.folder}/manifest.json`);
  await assert.rejects(open(), refused(/nothing proves where the base comes from/));
});

Deno.test("where a key is given, a base without its signature is refused", async () => {
  await using at = await place();
  const key = `${at.root}/ci.pub`;
  await Deno.writeTextFile(key, (await makeKey("the key of CI")).publicFile);
  await assert.rejects(
    openForeignBase({ from: at.folder, key }, KIND, "gw.yaml"),
    refused(/no signature/),
  );
  await Deno.writeTextFile(`${at.folder}/base.raw.sha256.sig`, "");
  await assert.rejects(
    openForeignBase({ from: at.folder, key }, KIND, "gw.yaml"),
    refused(/not a signify/),
  );
});

Deno.test("of what kind a signed base is, the signed manifest says, and no other one beside it", async () => {
  await using at = await place();
  const key = `${at.root}/ci.pub`;
  const made = await makeKey("the key of CI");
  await Deno.writeTextFile(key, made.publicFile);
  const signed = async (kind: BaseKind) => {
    const manifest = JSON.parse(await Deno.readTextFile(`${at.folder}/manifest.json`));
    await Deno.writeTextFile(
      `${at.folder}/base.manifest.json`,
      JSON.stringify({ ...manifest, base: kind }),
    );
    let list = "";
    for (const name of ["base.raw", "base.manifest.json"]) {
      const bytes = await Deno.readFile(`${at.folder}/${name}`);
      list += `SHA256 (${name}) = ${createHash("sha256").update(bytes).digest("hex")}\n`;
    }
    await Deno.writeFile(
      `${at.folder}/base.raw.sha256.sig`,
      await signMessage(made.secret, new TextEncoder().encode(list), "verify with ci.pub"),
    );
  };
  await signed(KIND);
  await (await openForeignBase({ from: at.folder, key }, KIND, "gw.yaml"))[Symbol.asyncDispose]();
  await Deno.rename(`${at.folder}/base.manifest.json`, `${at.folder}/aside`);
  await assert.rejects(
    openForeignBase({ from: at.folder, key }, KIND, "gw.yaml"),
    refused(/cannot be read/),
  );
  await Deno.rename(`${at.folder}/aside`, `${at.folder}/base.manifest.json`);
  // An old base that was signed once, and a manifest.json by somebody else that says it is new.
  await signed({ ...KIND, files: "old" });
  await assert.rejects(
    openForeignBase({ from: at.folder, key }, KIND, "gw.yaml"),
    refused(/of another kind/),
  );
});

Deno.test("of a base that is not there it is said what makes one, and of whose disk", async () => {
  const next = { next: "gatewright base FILE makes one for the gateway of FILE" };
  await assert.rejects(openForeignBase({ from: "/nonexistent/base" }, KIND, "gw.yaml"), next);
  const signed = { from: "/nonexistent/base", key: "/nonexistent/ci.pub" };
  await assert.rejects(openForeignBase(signed, KIND, "gw.yaml"), next);
});
