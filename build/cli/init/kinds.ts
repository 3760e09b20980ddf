/**
 * The kinds of gateways that `gatewright init` makes.
 * @module
 */
import type { Kind, Question } from "./kind.ts";
import { networkOf } from "./network_of.ts";

/** The placeholder key in the examples. */
export const EXAMPLE_KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa paul@example.net";

const hostname = (initial: string): Question => ({
  flag: "hostname",
  text: "Host name of the gateway",
  initial,
  form: "host",
});

const user: Question = {
  flag: "user",
  text: "Login name of the administrator",
  initial: "paul",
  form: "login",
};

const address = (initial: string, text: string, network?: string): Question => ({
  flag: "address",
  text,
  initial,
  form: "prefixed",
  ...(network === undefined ? {} : { derived: [[network, networkOf]] }),
});

const router = (initial: string): Question => ({
  flag: "gateway",
  text: "Address of its default router",
  initial,
  form: "address",
});

const inside = (initial: string, network: string): Question => ({
  flag: "lan",
  text: "The gateway's address in the network behind it, with prefix length",
  initial,
  form: "prefixed",
  derived: [[network, networkOf]],
});

const OUTSIDE = "The gateway's address at the provider, with prefix length";

const peer = (initial: string): Question => ({
  flag: "peer",
  text: "Address or name of the other end of the tunnel",
  initial,
  form: "peer",
});

const remote = (initial: string): Question => ({
  flag: "remote",
  text: "Network behind the other end",
  initial,
  form: "network",
});

const tunnel = (initial: string): Question => ({
  flag: "tunnel",
  text: "Name of the tunnel",
  initial,
  form: "name",
});

const KINDS_LIST: Kind[] = [
  {
    name: "site",
    summary: "one network, one tunnel to a branch; behind a firewall that forwards IPsec to it",
    files: ["hq.yaml"],
    gateways: 1,
    questions: [
      hostname("vpn1.example.net"),
      address("10.0.0.50/24", "The gateway's address, with prefix length", "10.0.0.0/24"),
      router("10.0.0.1"),
      tunnel("branch10"),
      peer("192.0.2.230"),
      remote("10.0.10.0/24"),
      user,
      {
        flag: "disk",
        text: "Volume or file for the guest's disk",
        initial: "/dev/vg0/vpn-server",
        form: "disk",
      },
    ],
  },
  {
    name: "router",
    summary: "an office's router: NAT, a DMZ with a server, one tunnel",
    files: ["router.yaml"],
    gateways: 1,
    questions: [
      hostname("gw.example.net"),
      address("203.0.113.2/29", OUTSIDE),
      router("203.0.113.1"),
      inside("10.10.0.1/24", "10.10.0.0/24"),
      {
        flag: "dmz",
        text: "The gateway's address in the DMZ, with prefix length",
        initial: "10.10.30.1/24",
        form: "prefixed",
        derived: [["10.10.30.0/24", networkOf]],
      },
      {
        flag: "server",
        text: "Address of the https server in the DMZ",
        initial: "10.10.30.5",
        form: "address",
      },
      tunnel("head"),
      peer("192.0.2.10"),
      remote("10.0.0.0/16"),
      user,
    ],
  },
  {
    name: "hub",
    summary: "the hub of three branches, which reach each other through it",
    files: ["hub.yaml"],
    gateways: 1,
    questions: [
      hostname("hub.example.net"),
      address("198.51.100.2/29", OUTSIDE),
      router("198.51.100.1"),
      inside("10.0.0.1/24", "10.0.0.0/24"),
      user,
    ],
  },
  {
    name: "pair",
    summary: "two gateways that stand in for each other: carp, pfsync, sasyncd",
    files: ["office/office.yaml", "office/gw1.yaml", "office/gw2.yaml"],
    gateways: 2,
    questions: [
      tunnel("branch2"),
      peer("192.0.2.20"),
      remote("10.30.0.0/24"),
      user,
    ],
  },
  {
    name: "clients",
    summary: "laptops and phones that dial in with name and password",
    files: ["clients.yaml"],
    gateways: 1,
    questions: [
      hostname("vpn.example.net"),
      address("192.0.2.66/28", OUTSIDE),
      router("192.0.2.65"),
      inside("10.60.0.1/24", "10.60.0.0/24"),
      {
        flag: "pool",
        text: "Network that the clients' addresses come from",
        initial: "10.60.99.0/24",
        form: "network",
      },
      {
        flag: "client",
        text: "Name of the first person who dials in",
        initial: "anna",
        form: "name",
      },
      user,
    ],
  },
];

/** Kinds by name, in the order of the help. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(KINDS_LIST.map((one) => [one.name, one]));

/** Help of the flags of all kinds, without duplicates. */
export const QUESTION_FLAGS: ReadonlyMap<string, Question> = new Map(
  KINDS_LIST.flatMap(({ questions }) => questions).reverse().map((one) => [one.flag, one]),
);
