// Typed GraphQL documents of the editor: every libs/web/api/src/documents/*.graphql, checked against schema.graphql.
// Called by tools/generate.mjs, which writes what this gives.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, isAbstractType, parse, printSchema, validate, visit } from 'graphql';

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

/** Documents as data: a fragment is written once, however many operations use it. */
function documentSources(definitions) {
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === 'FragmentDefinition').map((one) => [one.name.value, one]),
  );
  const parts = [...fragments].map(([name, one]) => `const part${name} = ${JSON.stringify(one)};`);
  const operations = definitions
    .filter(({ kind }) => kind === 'OperationDefinition')
    .map((one) => {
      const name = one.name.value;
      const type = name + one.operation[0].toUpperCase() + one.operation.slice(1);
      const used = fragmentsOf(one, fragments).map((fragment) => `, part${fragment}`);
      const document = `{"kind":"Document","definitions":[${JSON.stringify(one)}${used.join('')}]}`;
      return `/** \`${name}\` of libs/web/api/src/documents. */\nexport const ${name}Document = ${document} as unknown as TypedDocumentNode<${type}, ${type}Variables>;`;
    });
  return [...parts, ...operations].join('\n');
}

/** The members of every interface and union, which the cache needs to match fragments. */
function possibleTypes(schema) {
  const entries = Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]);
  return `/** Types by the interface that they implement. */\nexport const possibleTypes = ${JSON.stringify(Object.fromEntries(entries))};`;
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
    `import type { TypedDocumentNode } from '@apollo/client';`,
    `import type { Json } from '@millrace/workflow-model';`,
  ];
  return `${imports.join('\n')}\n\n${types.trim()}\n\n${possibleTypes(schemaAst)}\n\n${documentSources(definitions)}\n`;
}
