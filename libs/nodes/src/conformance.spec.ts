import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { templated, testNode } from '@millrace/node-sdk/testing';
import type { JsonObject, NodeDefinitionData } from '@millrace/workflow-model';
import Mustache from 'mustache';
import { lookUpDefinition, lookUpImplementation, nodeDefinitions, nodeImplementations } from './catalogue';
import { REQUIRED_SECTIONS, examplesOf, openingOf, sectionsOf } from './testing/docs';
import { propertiesOf } from './testing/schema-properties';

const PORT_ID = /^[a-z][a-z0-9-]*$/;
const TYPE = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/;
const named = nodeDefinitions.map((definition) => [`${definition.type} v${definition.version}`, definition] as const);

describe('the catalogue', () => {
  it('is what the generator writes from the folders', () => {
    const root = path.resolve(__dirname, '../../..');
    const result = spawnSync(process.execPath, ['tools/generate.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect(result.stderr).toBe('');
    expect(result.status).toBe(0);
  });

  it('holds every folder', () => {
    const core = path.join(__dirname, 'core');
    const folders = readdirSync(core, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const types = new Set(nodeDefinitions.map((definition) => definition.type));
    expect(folders.map((entry) => entry.name).filter((name) => !types.has(name))).toEqual([]);
  });

  it('gives every type, version and alias once', () => {
    const names = nodeDefinitions.flatMap((definition) =>
      [definition.type, ...(definition.aliases ?? [])].map((name) => `${name}@${definition.version}`),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('finds definitions and implementations by type and alias', () => {
    for (const definition of nodeDefinitions) {
      for (const name of [definition.type, ...(definition.aliases ?? [])]) {
        expect(lookUpDefinition(name, definition.version)).toBe(definition);
        expect(lookUpImplementation(name, definition.version)?.definition.type).toBe(definition.type);
      }
    }
    expect(lookUpDefinition('nothing-like-it')).toBeUndefined();
    expect(lookUpDefinition('manual-trigger', 99)).toBeUndefined();
  });

  it('says of no node that it ignores its input that looks at it', () => {
    const folders = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.definition.ts'))
      .filter((file) => readFileSync(path.join(__dirname, file), 'utf8').includes('ignoresInput: true'))
      .map((file) => path.join(__dirname, path.dirname(file)));
    const looking = folders.filter((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .some((file) => /\.inputs?\b/.test(readFileSync(path.join(folder, file), 'utf8'))),
    );
    expect(looking).toEqual([]);
    expect(folders.length).toBeGreaterThan(20);
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(nodeDefinitions))).toEqual(nodeDefinitions);
  });
});

describe.each(named)('%s', (_name, definition) => {
  const { params } = implementationOf(definition).definition;

  it('has a well-formed type, title and description', () => {
    expect(definition.type).toMatch(TYPE);
    expect(definition.title.length).toBeGreaterThan(2);
    expect(definition.title.length).toBeLessThanOrEqual(40);
    expect(definition.description).toMatch(/^[A-Z].*\.$/);
    expect(definition.description.length).toBeLessThanOrEqual(140);
  });

  it('has ports that can be told apart', () => {
    for (const ports of [definition.inputs, definition.outputs]) {
      const ids = ports.map((port) => port.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(PORT_ID);
    }
    expect(definition.outputs.map((port) => port.id)).not.toContain('error');
  });

  it('has inputs unless it is a trigger', () => {
    expect(definition.inputs.length === 0).toBe(definition.traits.trigger === true);
    expect(definition.category === 'trigger').toBe(definition.traits.trigger === true);
  });

  it('says what it does to the world', () => {
    const { effect, readsWhen, pure, repeatable, trigger, container } = definition.traits;
    const isHarmless = pure === true || repeatable === true || trigger === true || container === true;
    // Tests and dry runs must know whether they may call it.
    expect(effect !== undefined || isHarmless).toBe(true);
    if (readsWhen === undefined) return;
    expect(effect).toBe('write');
    expect(Object.keys(params.shape)).toContain(readsWhen.param);
  });

  it('names a list param for its dynamic outputs', () => {
    if (definition.dynamicOutputs === undefined) return;
    expect(Object.keys(params.shape)).toContain(definition.dynamicOutputs.param);
  });

  it('explains every param', () => {
    const properties = propertiesOf(definition.paramsSchema);
    const untitled = properties
      .filter(({ schema }) => typeof schema['title'] !== 'string')
      .map(({ path: where }) => where);
    expect(untitled).toEqual([]);
    const undescribed = properties
      .filter(({ path: where, schema }) => !where.includes('.') && typeof schema['description'] !== 'string')
      .map(({ path: where }) => where);
    expect(undescribed).toEqual([]);
  });

  it('has defaults that its own schema takes', () => {
    for (const { path: name, schema } of propertiesOf(definition.paramsSchema).filter(
      (entry) => !entry.path.includes('.'),
    )) {
      const field = params.shape[name];
      if (!('default' in schema) || field === undefined) continue;
      expect({ name, ok: params.shape[name]?.safeParse(schema['default']).success }).toEqual({ name, ok: true });
    }
  });

  it('leaves only existing params unevaluated', () => {
    expect((definition.rawParams ?? []).filter((name) => !(name in params.shape))).toEqual([]);
  });

  it('has a summary that renders from its params', () => {
    const summary = definition.summary ?? '';
    const names = Mustache.parse(summary).filter(([kind]) => kind !== 'text');
    expect(
      names.map(([, name]) => name.split('.')[0]).filter((name) => name !== '' && !(name! in params.shape)),
    ).toEqual([]);
    const config = examplesOf(definition.docs ?? '')[0] ?? {};
    expect(Mustache.render(summary, config, {}, { escape: String })).not.toContain('[object Object]');
  });

  it('has an icon of 24 by 24 that takes the colour of the text and runs nothing', () => {
    const icon = definition.icon ?? '';
    expect(icon).toMatch(/^<svg [^>]*viewBox="0 0 24 24"[^>]*>[\s\S]*<\/svg>$/);
    expect(icon).toContain('currentColor');
    expect(icon).not.toMatch(/<script|<foreignObject|<image|<style|\son\w+=|href|url\(|javascript:|<!/i);
    expect(icon.length).toBeLessThan(2_000);
  });

  it('has docs with every section', () => {
    const docs = definition.docs ?? '';
    expect(openingOf(docs).length).toBeGreaterThan(20);
    expect(sectionsOf(docs)).toEqual(expect.arrayContaining([...REQUIRED_SECTIONS]));
  });

  it('names every param in its docs', () => {
    const docs = definition.docs ?? '';
    expect(Object.keys(params.shape).filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
  });

  it('has examples in its docs that its schema takes', () => {
    const examples = examplesOf(definition.docs ?? '');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(problemsOf(definition, example)).toEqual([]);
  });

  it('answers at once when it is pure', async () => {
    if (definition.traits.pure !== true) return;
    for (const example of examplesOf(definition.docs ?? '')) {
      const result = await testNode(implementationOf(definition), { params: example });
      expect(result.synchronous).toBe(true);
    }
  });

  it('does not claim to be both pure and waiting', () => {
    expect(definition.traits.pure === true && definition.traits.suspends === true).toBe(false);
  });
});

function implementationOf(definition: NodeDefinitionData) {
  const found = nodeImplementations.find(
    (node) => node.definition.type === definition.type && node.definition.version === definition.version,
  );
  if (found === undefined) throw new Error(`no implementation of ${definition.type}`);
  return found;
}

/** What the schema says against a config, apart from what only a run can know. */
function problemsOf(definition: NodeDefinitionData, config: JsonObject): string[] {
  const { params } = implementationOf(definition).definition;
  const raw = new Set(definition.rawParams ?? []);
  const unknown = Object.keys(config).filter((name) => !(name in params.shape));
  const result = params.safeParse(config);
  const issues = result.success ? [] : result.error.issues;
  return [
    ...unknown.map((name) => `${name} is no param`),
    ...issues
      .filter((issue) => raw.has(String(issue.path[0])) || !templated(config[String(issue.path[0])]))
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  ];
}
