/**
 * What `pack` writes is what zstd, sha256sum and signify read, and what `deploy` takes back.
 * @module
 */
import assert from "node:assert/strict";
import { deployGateway, type DeployGatewayOptions } from "../../build/deliver/deploy_gateway.ts";
import { signedFiles } from "../../build/deliver/signed_checksum.ts";
import { packImage } from "../../build/deliver/pack.ts";
import { deployImage } from "../../images/deploy/deploy.ts";
import { GatewrightError } from "../../host/error.ts";
import { renderDomain } from "../../images/domain/domain_xml.ts";
import { findBuilt } from "../../images/manifest/find_built.ts";
import { testGateway } from "../gateway.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";

const ignore = !haveMakefs();
const test = (name: string, fn: () => Promise<void>) => Deno.test({ name, ignore, fn });

async function withFolder(work: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-pack-" });
  try {
    const bytes = new Uint8Array(9 << 20);
    bytes.set(await fitDisk());
    crypto.getRandomValues(bytes.subarray(3 << 20, (3 << 20) + 65536));
    bytes.fill(7, 5 << 20, 6 << 20);
    await Deno.writeFile(`${folder}/hq.raw`, bytes);
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function shell(cwd: string, script: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("sh", { args: ["-ec", script], cwd })
    .output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

test("a packed image is read by zstd, its checksum by sha256sum, its signature by signify", () =>
  withFolder(async (folder) => {
    await shell(folder, "signify-openbsd -G -n -p ci.pub -s ci.sec");
    await shell(
      folder,
      "printf 'a word\\na word\\n' | signify-openbsd -G -p locked.pub -s locked.sec",
    );
    const image = `${folder}/hq.raw`;
    for (const key of ["ci", "locked"]) {
      const out = `${folder}/${key}`;
      const { files } = await packImage({
        image,
        out,
        key: `${folder}/${key}.sec`,
        passphrase: () => Promise.resolve("a word"),
      });
      assert.deepEqual(
        files,
        ["", ".sha256", ".sha256.sig"].map((end) => `${out}/hq.raw.zst${end}`),
      );
      assert.match(await shell(out, "sha256sum -c hq.raw.zst.sha256"), /hq\.raw\.zst: OK/);
      assert.match(
        await shell(out, `signify-openbsd -C -p ../${key}.pub -x hq.raw.zst.sha256.sig`),
        /Signature Verified\nhq\.raw\.zst: OK/,
      );
      await shell(out, "zstd -q -d -o again.raw hq.raw.zst && cmp again.raw ../hq.raw");
      assert.equal((await Deno.stat(`${out}/hq.raw.zst`)).mode! & 0o777, 0o600);
    }
    // The same image, the same bytes.
    await shell(folder, "cmp ci/hq.raw.zst locked/hq.raw.zst");
  }));

test("deploy takes a packed image back, and refuses one that its checksum does not fit", () =>
  withFolder(async (folder) => {
    const { sha256, files: [packed] } = await packImage({ image: `${folder}/hq.raw`, out: folder });
    const deploy = (target: string) =>
      deployImage({ image: packed!, target, yes: true, force: false });
    assert.equal((await deploy(`${folder}/a`)).sha256, sha256);
    await shell(folder, "cmp a hq.raw");

    using file = await Deno.open(packed!, { write: true });
    await file.seek(-1, Deno.SeekMode.End);
    await file.write(new Uint8Array([1]));
    await assert.rejects(
      deploy(`${folder}/b`),
      (error) => error instanceof GatewrightError && error.exitCode === 4,
    );
    await Deno.rename(`${folder}/hq.raw.zst`, `${folder}/other.zst`);
    await Deno.rename(`${folder}/hq.raw.zst.sha256`, `${folder}/other.zst.sha256`);
    await assert.rejects(
      deployImage({ image: `${folder}/other.zst`, target: `${folder}/b`, yes: true, force: false }),
      /has no line for the image/,
    );
  }));

test("deploy --key takes only what that key signed", () =>
  withFolder(async (folder) => {
    await shell(folder, "for k in ci other; do signify-openbsd -G -n -p $k.pub -s $k.sec; done");
    const { sha256, files: [packed] } = await packImage({
      image: `${folder}/hq.raw`,
      out: folder,
      key: `${folder}/ci.sec`,
    });
    assert.equal((await signedFiles(packed!, `${folder}/ci.pub`)).sha256, sha256);
    const refused = async (image: string, key: string) => {
      const error = await signedFiles(image, `${folder}/${key}.pub`).catch((error) => error);
      assert.ok(error instanceof GatewrightError, String(error));
      assert.equal(error.exitCode, 4);
      return error.message;
    };
    assert.match(await refused(packed!, "other"), /another key/);
    assert.match(await refused(`${folder}/hq.raw`, "ci"), /no signature/);
    await shell(folder, "cp hq.raw.zst b.zst; cp hq.raw.zst.sha256.sig b.zst.sha256.sig");
    assert.match(await refused(`${folder}/b.zst`, "ci"), /of another image/);
    // Somebody who can write beside the image cannot pass another one off as signed.
    await shell(folder, "echo x >>hq.raw.zst; sha256sum --tag hq.raw.zst >hq.raw.zst.sha256");
    await assert.rejects(
      deployImage({
        image: packed!,
        target: `${folder}/a`,
        sha256: (await signedFiles(packed!, `${folder}/ci.pub`)).sha256,
        yes: true,
        force: false,
      }),
      /does not match its checksum/,
    );
    await shell(folder, "sed -i s/hq.raw/hr.raw/ hq.raw.zst.sha256.sig");
    assert.match(await refused(packed!, "ci"), /signature is wrong/);
  }));

test("a packed build brings its domain and manifest along, and its signature covers them", () =>
  withFolder(async (folder) => {
    await shell(folder, "signify-openbsd -G -n -p ci.pub -s ci.sec");
    const xml = renderDomain(testGateway(), { type: "qemu" });
    await Deno.writeTextFile(`${folder}/hq.xml`, xml);
    const sum = async (name: string) => (await shell(folder, `sha256sum ${name}`)).slice(0, 64);
    const outputs = [
      { name: "hq.raw", size: 9 << 20, sha256: await sum("hq.raw") },
      { name: "hq.xml", size: xml.length, sha256: await sum("hq.xml") },
      { name: "install.conf", size: 7 },
    ];
    const manifest = { format: 1, name: "hq", outputs, shipped: ["/etc/pf.conf"] };
    await Deno.writeTextFile(`${folder}/manifest.json`, JSON.stringify(manifest));
    const out = `${folder}/artifacts`;
    const { files } = await packImage({ image: folder, out, key: `${folder}/ci.sec` });
    assert.deepEqual(
      files,
      ["hq.raw.zst", "hq.xml", "hq.manifest.json", "hq.raw.zst.sha256", "hq.raw.zst.sha256.sig"]
        .map((name) => `${out}/${name}`),
    );
    assert.equal(await Deno.readTextFile(`${out}/hq.xml`), xml);
    assert.equal((await shell(out, "sha256sum -c hq.raw.zst.sha256")).match(/: OK/g)?.length, 3);
    await shell(out, "signify-openbsd -C -p ../ci.pub -x hq.raw.zst.sha256.sig");
    // Found again by the name of the image, what it ships included.
    const found = await findBuilt(`${out}/hq.raw.zst`);
    assert.deepEqual(found.manifest?.shipped, ["/etc/pf.conf"]);
    assert.deepEqual(found.manifest?.outputs.map(({ name }) => name), [
      "hq.raw",
      "hq.raw.zst",
      "hq.xml",
    ]);
    // Nobody passes another domain off as the signed one.
    const signed = (await signedFiles(`${out}/hq.raw.zst`, `${folder}/ci.pub`)).files;
    await shell(out, "sed -i s/br0/br7/ hq.xml && sha256sum --tag hq.xml >hq.xml.sha256");
    const deploy = (more: Partial<DeployGatewayOptions>) =>
      deployGateway({
        image: `${out}/hq.raw.zst`,
        target: `${folder}/target`,
        connect: "test:///default",
        yes: true,
        force: false,
        define: {},
        ...more,
      });
    await assert.rejects(deploy({ signed }), { message: "the domain is not the one of the build" });
    const uncovered = new Map([...signed].filter(([name]) => name !== "hq.xml"));
    await assert.rejects(deploy({ signed: uncovered }), /does not cover the domain/);
    await assert.rejects(Deno.stat(`${folder}/target`), Deno.errors.NotFound);
    // A domain that is not the build's is not packed.
    await shell(folder, "sed -i s/br0/br7/ hq.xml");
    await assert.rejects(packImage({ image: folder, out }), /not the one of the build/);
  }));

test("packing that is interrupted or has a wrong passphrase leaves nothing", () =>
  withFolder(async (folder) => {
    const names = () => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    const controller = new AbortController();
    await assert.rejects(packImage({
      image: `${folder}/hq.raw`,
      out: folder,
      signal: controller.signal,
      onEvent: () => controller.abort(),
    }));
    assert.deepEqual(names(), ["hq.raw"]);
    await shell(folder, "printf 'a\\na\\n' | signify-openbsd -G -p k.pub -s k.sec");
    await assert.rejects(
      packImage({
        image: `${folder}/hq.raw`,
        out: folder,
        key: `${folder}/k.sec`,
        passphrase: () => Promise.resolve("b"),
      }),
      /wrong passphrase/,
    );
    assert.deepEqual(names(), ["hq.raw", "k.pub", "k.sec"]);
  }));
