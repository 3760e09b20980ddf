/**
 * Things that are made once and shared.
 * @module
 */

/** Makes each thing on first use. Dispose of it to dispose of all that were made. */
export class SharedValues implements AsyncDisposable {
  #things = new Map<string, Promise<Disposable | AsyncDisposable>>();

  /**
   * The thing called `name`; names must be unique. The caller must not dispose of it. If making it
   * fails, the next caller tries again.
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
