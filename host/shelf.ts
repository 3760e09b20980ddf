/**
 * Things that are made once and used by several.
 * @module
 */

/** Makes each thing when it is first asked for. Dispose of it to dispose of all that were made. */
export class Shelf implements AsyncDisposable {
  #things = new Map<string, Promise<Disposable | AsyncDisposable>>();

  /**
   * The thing that `name` stands for; one thing has one name. Who gets it must not dispose of it. One that
   * could not be made is made again for the next who asks.
   */
  get<T extends Disposable | AsyncDisposable>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.#things.get(name) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    this.#things.set(name, made);
    made.catch(() => this.#things.delete(name));
    return made;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await using stack = new AsyncDisposableStack();
    for (const thing of await Promise.allSettled(this.#things.values())) {
      if (thing.status === "fulfilled") stack.use(thing.value);
    }
  }
}
