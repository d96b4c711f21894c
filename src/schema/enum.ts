import { registerEnumType } from "type-graphql";

/**
 * Registers a closed union of the model as a GraphQL enum. Every word needs a description; a word that is
 * missing or unknown does not compile.
 */
export function graphEnum<Word extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Word, string>>,
) {
  const keys = Object.keys(words);
  const values = Object.fromEntries(keys.map((word) => [word, word]));
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(words).map(([word, text]) => [word, { description: text }]),
  );
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}
