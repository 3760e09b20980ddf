/**
 * The schema for editors. A description that extends another one may omit any field, so nothing is
 * required; for a description without `extends` the schema requires the same as `check`.
 * @module
 */

/** The part of a schema that is used here. */
interface Node {
  required?: string[];
  properties?: object;
  items?: Node;
}

/**
 * `schema` with its required fields moved under a condition that editors support (draft 7: if,
 * then).
 */
export function published(schema: object): Record<string, unknown> {
  return {
    ...withoutRequired(schema),
    if: { not: { required: ["extends"] } },
    then: requiredOnly(schema),
  };
}

/**
 * Alternatives keep their required fields, which distinguish them; what is inside an alternative is
 * always complete.
 */
function withoutRequired(node: Node): Node {
  const { required: _, properties, items, ...others } = node;
  return {
    ...others,
    ...(properties === undefined ? {} : { properties: each(properties, withoutRequired) }),
    ...(items === undefined ? {} : { items: withoutRequired(items) }),
  };
}

/** Only the required fields of `node` and below; undefined if there are none. */
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

/** `properties`, each mapped by `change`; those mapped to undefined are left out. */
function each(properties: object, change: (node: Node) => Node | undefined): object {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, node]) => {
      const changed = change(node);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}
