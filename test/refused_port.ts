/**
 * A port that refuses every connection.
 * @module
 */

/** A port of 127.0.0.1 where nobody listens, and nobody can as long as it is in use: a client has it. */
export async function refusedPort(): Promise<Disposable & { port: number }> {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  const [client, server] = await Promise.all([
    Deno.connect({ hostname: "127.0.0.1", port }),
    listener.accept(),
  ]);
  return {
    port: client.localAddr.port,
    [Symbol.dispose]() {
      client.close();
      server.close();
    },
  };
}
