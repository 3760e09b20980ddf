/**
 * `gatewright show`: prints a description merged with all that it extends, each value with its
 * place.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { annotatedYaml, placedValues, resolvedData } from "../../../gateway/document/annotated.ts";
import { DescriptionError, formatProblem } from "../../../gateway/document/problem.ts";
import { readDocument } from "../../../gateway/load/load.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const show: Command = {
  name: "show",
  usage: "FILE [--json]",
  example: "gatewright show examples/office/gw1.yaml",
  flags: [JSON_FLAG],
  async run({ words, json, print, note }) {
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", show);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, show);
    const document = await readDocument(file);
    const { problems } = document;
    if (document.data === undefined || problems.some(({ severity }) => severity === "error")) {
      throw new DescriptionError(problems);
    }
    for (const problem of problems) note(formatProblem(problem));
    if (json) {
      const description = resolvedData(document);
      print(JSON.stringify({ file, description, values: placedValues(document) }, null, 2));
    } else print(annotatedYaml(document).trimEnd());
    return EXIT.done;
  },
};
