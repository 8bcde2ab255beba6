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
      return {
        name: path.basename(name, '.graphql'),
        location,
        document: parse(readFileSync(location, 'utf8'), { noLocation: true }),
      };
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

/** Where each fragment is defined. */
function homesOf(documents) {
  const homes = new Map();
  for (const { name, document } of documents) {
    for (const one of document.definitions) if (one.kind === 'FragmentDefinition') homes.set(one.name.value, name);
  }
  return homes;
}

/** Documents of one file as short text: a fragment is written once, however many operations use it. */
function documentSource({ name, document }, fragments, homes) {
  const textOf = (definition) => JSON.stringify(stripIgnoredCharacters(print(definition)));
  const parts = document.definitions.filter(({ kind }) => kind === 'FragmentDefinition');
  const operations = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
  const used = new Set();
  const lines = operations.map((one) => {
    const type = typeOf(one);
    const needed = fragmentsOf(one, fragments);
    for (const fragment of needed) used.add(fragment);
    const text = [textOf(one), ...needed.map((fragment) => `part${fragment}`)].join(' + ');
    return `/** \`${one.name.value}\` of libs/web/api/src/documents. */\nexport const ${one.name.value}Document: GraphqlDocument<${type}, ${type}Variables> = ${text};`;
  });
  const elsewhere = Map.groupBy([...used].filter((fragment) => homes.get(fragment) !== name).sort(), (fragment) =>
    homes.get(fragment),
  );
  const types = operations.flatMap((one) => [typeOf(one), `${typeOf(one)}Variables`]);
  return [
    ...(types.length
      ? [
          `import type { ${types.join(', ')} } from '../graphql.generated';`,
          `import type { GraphqlDocument } from '../http/graphql-document';`,
        ]
      : []),
    ...[...elsewhere].map(
      ([home, names]) => `import { ${names.map((one) => `part${one}`).join(', ')} } from './${home}.generated';`,
    ),
    '',
    ...parts.map(
      (one) => `/** Fragment \`${one.name.value}\`. */\nexport const part${one.name.value} = ${textOf(one)};`,
    ),
    ...lines,
    '',
  ].join('\n');
}

/** What the generator of types calls an operation. */
function typeOf({ name, operation }) {
  return name.value + operation[0].toUpperCase() + operation.slice(1);
}

/**
 * Sources by path: types with an index of all documents, and a module of documents for each `.graphql` file, so that a page
 * brings its own documents only.
 * @throws Error when a document does not fit the schema
 */
export async function graphqlSources(root) {
  const folder = 'libs/web/api/src';
  const schemaAst = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
  const documents = documentsIn(path.join(root, folder, 'documents'));
  const definitions = documents.flatMap(({ document }) => document.definitions);
  check(schemaAst, definitions);
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === 'FragmentDefinition').map((one) => [one.name.value, one]),
  );
  const homes = homesOf(documents);
  const types = await codegen({
    filename: 'graphql.generated.ts',
    schema: parse(printSchema(schemaAst)),
    schemaAst,
    documents,
    config,
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
  });
  const index = documents.flatMap(({ name, document }) => {
    const names = document.definitions
      .filter(({ kind }) => kind === 'OperationDefinition')
      .map((one) => `${one.name.value}Document`);
    return names.length ? [`export { ${names.join(', ')} } from './documents/${name}.generated';`] : [];
  });
  return {
    [`${folder}/graphql.generated.ts`]: `import type { Json } from '@millrace/workflow-model';\n\n${types.trim()}\n\n${index.join('\n')}\n`,
    ...Object.fromEntries(
      documents.map((one) => [`${folder}/documents/${one.name}.generated.ts`, documentSource(one, fragments, homes)]),
    ),
  };
}
