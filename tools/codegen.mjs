// Typed GraphQL documents of the editor: every libs/web/api/src/documents/*.graphql, checked against schema.graphql.
// Called by tools/generate.mjs, which writes what this gives.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, print, printSchema, stripIgnoredCharacters, validate, visit } from 'graphql';

const config = {
  scalars: { ID: 'string', DateTime: 'string', JSON: { input: 'unknown', output: 'Json' } },
  enumType: 'string-literal',
  skipTypename: true,
  immutableTypes: true,
  disableDescriptions: true,
};

/** Every document by its file, in the order of their names. */
function documentsIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const location = path.join(folder, name);
      return { location, document: parse(readFileSync(location, 'utf8'), { noLocation: true }) };
    });
}

/** @throws Error when a document does not fit the schema */
function check(schema, definitions) {
  const problems = validate(schema, { kind: 'Document', definitions }).map(({ message }) => message);
  if (problems.length > 0)
    throw new Error(`The editor's GraphQL documents do not fit the schema:\n  ${problems.join('\n  ')}`);
}

/** Names of the fragments that a definition needs, those of its fragments too. */
function fragmentsOf(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      found.add(value);
      fragmentsOf(fragments.get(value), fragments, found);
    },
  });
  return [...found].sort();
}

/** Documents as short text: a fragment is written once, however many operations use it. */
function documentSources(definitions) {
  const textOf = (definition) => stripIgnoredCharacters(print(definition));
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === 'FragmentDefinition').map((one) => [one.name.value, one]),
  );
  const parts = [...fragments].map(([name, one]) => `const part${name} = ${JSON.stringify(textOf(one))};`);
  const operations = definitions
    .filter(({ kind }) => kind === 'OperationDefinition')
    .map((one) => {
      const name = one.name.value;
      const type = name + one.operation[0].toUpperCase() + one.operation.slice(1);
      const document = [JSON.stringify(textOf(one)), ...fragmentsOf(one, fragments).map((used) => `part${used}`)];
      return `/** \`${name}\` of libs/web/api/src/documents. */\nexport const ${name}Document: GraphqlDocument<${type}, ${type}Variables> = ${document.join(' + ')};`;
    });
  return [...parts, ...operations].join('\n');
}

/**
 * The source of libs/web/api/src/graphql.generated.ts.
 * @throws Error when a document does not fit the schema
 */
export async function graphqlSource(root) {
  const schemaAst = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
  const documents = documentsIn(path.join(root, 'libs/web/api/src/documents'));
  const definitions = documents.flatMap(({ document }) => document.definitions);
  check(schemaAst, definitions);
  const types = await codegen({
    filename: 'graphql.generated.ts',
    schema: parse(printSchema(schemaAst)),
    schemaAst,
    documents,
    config,
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
  });
  const imports = [
    `import type { Json } from '@millrace/workflow-model';`,
    `import type { GraphqlDocument } from './http/graphql-document';`,
  ];
  return `${imports.join('\n')}\n\n${types.trim()}\n\n${documentSources(definitions)}\n`;
}
