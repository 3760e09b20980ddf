import assert from "node:assert/strict";
import { GOOD, problems, testRefusals } from "../../test/broken_description.ts";

testRefusals([
  [
    "OpenBSD's own layout on 3G",
    /$/,
    "release: {version: '6.6', mirror: 'file:///m'}\ndisk: {size: 3G, layout: auto}\n",
    "16:26",
    /layout of 3072 MiB leaves no room .*512 MiB in \/tmp.*layout: single, or size: 3840M/,
  ],
  [
    "partitions that the sets do not fit on",
    /$/,
    "disk: {size: 4G, layout: [{mount: /, size: 1G}, {mount: /usr, size: 1800M}, {mount: /home, size: 1G}]}\n",
    "15:26",
    /no partition has room for the sets.*1024 MiB in \/tmp/,
  ],
  [
    "a /usr that base does not fit on",
    /$/,
    "disk: {size: 8G, layout: [{mount: /, size: 2G}, {mount: /usr, size: 1G}, {mount: /home, size: 4G}]}\n",
    "15:69",
    /1024 MiB are not enough for base80\.tgz.*give \/usr more/,
  ],
  [
    "a root that the kernels do not fit on",
    /$/,
    "disk: {size: 8G, layout: [{mount: /, size: 100M}, {mount: /usr, size: 3G}, {mount: /home, size: 4G}]}\n",
    "15:44",
    /100 MiB are not enough for the kernels of 8\.0.*give \/ more/,
  ],
  [
    "a processor of 32 bits for amd64",
    /$/,
    "domain: {cpu: qemu32}\n",
    "15:15",
    /qemu32 has 32 bits, and OpenBSD\/amd64 does not boot on it; write qemu64/,
  ],
  [
    "a bridge with a name that Linux does not take",
    /$/,
    "domain: {interfaces: [{bridge: abcdefghijklmnop}]}\n",
    "15:32",
    /15 characters at most/,
  ],
]);

/** Complaints about the disk and the domain, with `more` behind GOOD. */
const about = (more: string) =>
  problems(GOOD + more).filter((line) => !/note /.test(line) && !/no errata/.test(line));

Deno.test("layouts just large enough are accepted", () => {
  const good = [
    "release: '6.6'\ndisk: {size: 3840M, layout: auto}\n",
    "disk: {size: 4G, layout: auto}\n",
    "disk: {size: 6G, layout: auto}\n",
    "disk: {size: 20G, layout: auto}\n",
    "disk: {size: 8G, layout: [{mount: /, size: 150M}, {mount: /usr, size: 3G}, {mount: /home, size: 4G}]}\n",
    "disk: {size: 3G}\n",
    "disk: {size: 6G, layout: [{mount: /, size: 1G}, {mount: /usr, size: 3G}, {mount: /home, size: '*'}]}\n",
    // The sets go into any file system with 2 GiB, and into 512 MiB of /tmp in old releases.
    "disk: {size: 6G, layout: [{mount: /, size: 2G}, {mount: /data, size: '*'}]}\n",
    "release: '7.6'\ndisk: {size: 4G, layout: [{mount: /, size: 1900M}, {mount: /tmp, size: 600M}, {mount: /var, size: 1G}]}\n",
  ];
  for (const text of good) assert.deepEqual(about(text), [], text);
});

Deno.test("a room that is only just too small is distinguished from one that is not", () => {
  const home = (size: number) =>
    about(
      `release: '7.6'\ndisk: {size: 4G, layout: [{mount: /, size: 1900M}, {mount: /home, size: ${size}M}]}\n`,
    ).length;
  assert.equal(home(550), 1);
  assert.equal(home(551), 0);
});

Deno.test("a small memory and a name of another format are warnings", () => {
  assert.match(about("domain: {memory: 128M}\n")[0]!, /warning with 128 MiB.*512M/);
  assert.deepEqual(about("domain: {memory: 256M}\n"), []);
  assert.match(
    about("domain: {disk: /srv/gw.qcow2}\n")[0]!,
    /warning the disk is raw, but its name says qcow2.*name it \/srv\/gw\.raw/,
  );
  for (const disk of ["/srv/gw.raw", "/srv/gw", "/dev/vg0/gw.vdi", "/srv/gw.img"]) {
    assert.deepEqual(about(`domain: {disk: ${disk}}\n`), [], disk);
  }
});

Deno.test("a BIOS boots from 2T, and from no MiB more", () => {
  const lines = (size: string) =>
    about(`disk: {size: ${size}}\n`).filter((line) => /2T at most/.test(line));
  assert.deepEqual(lines("2T"), []);
  assert.equal(lines(`${2 * 1024 * 1024 + 1}M`).length, 1);
});
