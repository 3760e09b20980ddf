/**
 * Checks queues, as far as possible without the speeds of interfaces.
 * @module
 */
import type { Queue } from "../model/rule_set.ts";
import { Complainer, type Context } from "./context.ts";

/** Reports faults that pfctl(8) would refuse, when all queues are known. */
export function checkQueues(context: Context): void {
  const { queues } = context;
  for (const [at, queue] of queues.entries()) {
    const complain = new Complainer(context.complaints, queue);
    if (queue.parent === undefined) checkRoot(queue, at, context, complain);
    else if (!queues.some((one) => one.name === queue.parent)) {
      complain.error(`queue ${queue.name} has a parent ${queue.parent} that is not defined`);
    } else if (!queue.bandwidth) {
      complain.error(`queue ${queue.name} has a parent and no bandwidth`);
    }
    if ((queue.default || queue.flows) && queues.some((one) => one.parent === queue.name)) {
      const what = queue.default ? "default queue" : "queue with flows";
      complain.error(`the ${what} ${queue.name} has queues below it`);
    }
  }
}

function checkRoot(queue: Queue, at: number, context: Context, complain: Complainer): void {
  const { queues, environment } = context;
  const names = (queue.on ?? []).flatMap((one) => "name" in one ? [one.name] : []);
  for (const name of names) {
    if (!environment.interfaces.some((one) => one.name === name)) {
      complain.error(`queue ${queue.name} is on ${name}, which is not an interface of the machine`);
    }
    const other = queues.slice(0, at).find((one) =>
      one.parent === undefined && one.on?.some((on) => "name" in on && on.name === name)
    );
    if (other) complain.error(`${name} has a queue without a parent already: ${other.name}`);
  }
  const tree = [queue];
  // The list grows during the loop; a queue below itself is visited only once.
  for (const one of tree) {
    tree.push(...queues.filter((other) => other.parent === one.name && !tree.includes(other)));
  }
  if (queue.bandwidth && !tree.some((one) => one.default)) {
    complain.error(`none of the queues of ${queue.name} is the default one`, "default after one");
  }
  if (!queue.bandwidth && tree.length > 1) {
    complain.error(`queue ${queue.name} has queues below it and no bandwidth`);
  }
}
