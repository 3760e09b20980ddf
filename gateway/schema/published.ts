/**
 * The schema as editors read it. A description that extends another one may leave out whatever the other
 * one has, so that nothing is required of it; of one that stands by itself the same as `check` does.
 * @module
 */

/** The parts of a schema that are looked at here. */
interface Node {
  required?: string[];
  properties?: object;
  items?: Node;
}

/** `schema` with what is required apart, under a condition that editors understand (draft 7: if, then). */
export function published(schema: object): Record<string, unknown> {
  return {
    ...withoutRequired(schema),
    if: { not: { required: ["extends"] } },
    then: requiredOnly(schema),
  };
}

/**
 * Alternatives keep what they require, because that is what they are told apart by; what is below one
 * of them is written whole in any case.
 */
function withoutRequired(node: Node): Node {
  const { required: _, properties, items, ...others } = node;
  return {
    ...others,
    ...(properties === undefined ? {} : { properties: each(properties, withoutRequired) }),
    ...(items === undefined ? {} : { items: withoutRequired(items) }),
  };
}

/** What is required in `node` and below it, and nothing else; undefined where that is nothing. */
function requiredOnly(node: Node): Node | undefined {
  const properties = node.properties && each(node.properties, requiredOnly);
  const items = node.items && requiredOnly(node.items);
  const found = {
    ...(node.required && node.required.length > 0 ? { required: node.required } : {}),
    ...(properties && Object.keys(properties).length > 0 ? { properties } : {}),
    ...(items ? { items } : {}),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** `properties`, each changed by `change`; without those for which that is undefined. */
function each(properties: object, change: (node: Node) => Node | undefined): object {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, node]) => {
      const changed = change(node);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}
