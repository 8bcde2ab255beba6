#!/usr/bin/env node
// The command `millrace`: runs tests of workflows on a server, from there or from files, for people and for CI.
// Usage: npx millrace --help. Plain JavaScript that needs nothing but Node, so that it also runs where nothing was built.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `millrace test [file ...] [options]   run tests of workflows
millrace version
millrace help

Without files the tests that are kept on the server are run: of all workflows, or of those that are named.
A file holds a workflow and its tests ({ ..., "tests": [...] }), as exported; it is taken to the server for the time of
the tests, and the server is left as it was.

  --server URL       where Millrace runs            (MILLRACE_SERVER, http://127.0.0.1:3000)
  --token T          an API token with the scopes workflow:read, workflow:write, execution:read, execution:start
                                                    (MILLRACE_TOKEN)
  --workflow NAME    id or name of a workflow; may be repeated
  --version V        draft (default), published, or a number such as 1.2.0; not with files
  --junit FILE       also write the results as JUnit XML
  --timeout SECONDS  how long the tests of one workflow may really take (120)

Exit status: 0 all tests passed, 1 a test failed, 2 tests could not be run.`;

class Trouble extends Error {}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string', default: process.env.MILLRACE_SERVER ?? 'http://127.0.0.1:3000' },
      token: { type: 'string', default: process.env.MILLRACE_TOKEN ?? '' },
      workflow: { type: 'string', multiple: true, default: [] },
      version: { type: 'string', default: 'draft' },
      junit: { type: 'string' },
      timeout: { type: 'string', default: '120' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command = 'help', ...files] = positionals;
  if (values.help || command === 'help') return say(HELP);
  if (command === 'version') return say(versionOfThis());
  if (command !== 'test') throw new Trouble(`There is no command "${command}". See: millrace help`);
  if (!/^[1-9]\d{0,2}$/.test(values.timeout)) throw new Trouble('--timeout takes a number of seconds up to 300.');
  const server = serverOf(values);
  const suites = files.length > 0 ? await suitesOfFiles(server, files, values) : await suitesOfServer(server, values);
  if (suites.length === 0)
    throw new Trouble('There are no tests. Make one in the editor, or name a file that has some.');
  report(suites);
  if (values.junit) writeFileSync(values.junit, joined(suites.map(({ junit }) => junit)));
  process.exitCode = suites.every(({ run }) => run.status === 'passed') ? 0 : 1;
}

/** Calls of the REST interface. */
function serverOf({ server, token }) {
  if (token === '')
    throw new Trouble('An API token is needed: --token T, or MILLRACE_TOKEN. Settings has a page for them.');
  const base = server.replace(/\/+$/, '');
  return async (method, url, body) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(base + url, { method, headers, ...sent }).catch((error) => {
      throw new Trouble(
        `${base} cannot be reached: ${error.cause?.message ?? error.message}. Is Millrace running there?`,
      );
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text || 'null') : undefined;
    if (!response.ok)
      throw new Trouble(
        json?.error ? `${json.error.code}: ${json.error.message}` : `${method} ${url}: ${response.status}`,
      );
    return json ?? text;
  };
}

async function suitesOfServer(server, values) {
  const workflows = await workflowsOf(server);
  const wanted = values.workflow.map((name) => {
    const found = workflows.filter(({ id, name: called }) => id === name || called === name);
    if (found.length === 0) throw new Trouble(`There is no workflow "${name}".`);
    return found;
  });
  const suites = [];
  for (const workflow of wanted.length > 0 ? wanted.flat() : workflows) {
    const { tests } = await server('GET', `/api/workflows/${workflow.id}/tests`);
    if (tests.length > 0) suites.push(await suiteOf(server, workflow, values));
  }
  return suites;
}

async function workflowsOf(server) {
  const all = [];
  for (let cursor = ''; cursor !== null;) {
    const page = await server('GET', `/api/workflows?first=100${cursor && `&after=${encodeURIComponent(cursor)}`}`);
    all.push(...page.items);
    cursor = page.nextCursor ?? null;
  }
  return all;
}

/** Takes each file to the server, runs its tests on it, and takes it away again. */
async function suitesOfFiles(server, files, values) {
  const suites = [];
  for (const file of files) {
    const { tests, ...document } = read(file);
    if (!Array.isArray(tests) || tests.length === 0) throw new Trouble(`${file} has no "tests".`);
    const { name = path.basename(file) } = document;
    const workflow = await server('POST', '/api/workflows', { ...document, id: undefined, name });
    try {
      await server('PUT', `/api/workflows/${workflow.id}/tests`, { tests });
      suites.push(await suiteOf(server, workflow, { ...values, version: 'draft' }));
    } finally {
      await server('DELETE', `/api/workflows/${workflow.id}`);
    }
  }
  return suites;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Trouble(`${file} cannot be read: ${error.message}`);
  }
}

async function suiteOf(server, { id, name }, { version, timeout }) {
  const at = `/api/workflows/${id}/tests/run?timeoutSeconds=${Math.min(Number(timeout), 300)}`;
  const run = await server('POST', at, { version });
  // The same results in the other form: nothing is run again.
  const junit = await server('GET', `/api/workflows/${id}/tests/runs/${run.id}?format=junit`);
  return { name, run, junit };
}

function report(suites) {
  for (const { name, run } of suites) {
    say(name);
    for (const { name: test, status, durationMs, error, assertions } of run.results) {
      say(`  ${status === 'passed' ? '✓' : '✗'} ${test}${durationMs === null ? '' : ` (${durationMs} ms)`}`);
      if (error) say(`      ${error.code}: ${error.message}`);
      if (status === 'running') say('      It has not ended in time.');
      for (const assertion of assertions.filter(({ passed }) => !passed)) sayFailed(assertion);
    }
  }
  const [total, passed] = ['total', 'passed'].map((key) => suites.reduce((sum, { run }) => sum + run[key], 0));
  say(`\n${passed} of ${total} tests passed`);
}

function sayFailed({ label, message, differences, expected, actual }) {
  say(`      ${label}`);
  if (message) say(`        ${message}`);
  if (differences.length === 0 && expected !== undefined)
    say(`        expected ${short(expected)}, got ${short(actual)}`);
  for (const { path: at, expected: wanted, actual: came } of differences) {
    say(`        ${at === '' ? 'the value' : at}: expected ${short(wanted)}, got ${short(came)}`);
  }
}

function short(value) {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** One document of the suites of several. */
function joined(documents) {
  const suites = documents.map((document) => /<testsuite [\s\S]*<\/testsuite>/.exec(document)?.[0] ?? '');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="millrace">',
    ...suites.map((suite) => `  ${suite}`),
    '</testsuites>',
    '',
  ].join('\n');
}

function versionOfThis() {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

main().catch((error) => {
  process.stderr.write(
    `${error instanceof Trouble || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error.stack}\n`,
  );
  process.exitCode = 2;
});
