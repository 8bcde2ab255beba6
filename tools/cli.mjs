#!/usr/bin/env node
// The command `millrace`: runs tests of workflows on a server, from there or from files, for people and for CI.
// Usage: npx millrace --help. Plain JavaScript that needs nothing but Node, so that it also runs where nothing was built;
// only --start installs and builds what it needs.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suitesIn } from './test-files.mjs';
import { Trouble } from './trouble.mjs';

const HELP = `millrace test [file or folder ...] [options]   run tests of workflows
millrace version
millrace help

Without files the tests that are kept on the server are run: of all workflows, or of those that are named.
A file holds a workflow and its tests ({ ..., "tests": [...] }), as exported; the tests may also stand beside orders.json
in orders.tests.json, or beside workflow.json in tests.json. Of a folder every workflow in it is taken. Of workflows in files
nothing stays on the server, and nobody there sees them.

  --start            start a Millrace for these tests, with a database of its own, and leave nothing of it;
                     needs files, and neither a server nor a token
  --server URL       where Millrace runs            (MILLRACE_SERVER, http://127.0.0.1:3000)
  --token T          an API token with the scopes execution:read and execution:start, and workflow:read for tests
                     that are kept on the server    (MILLRACE_TOKEN)
  --workflow NAME    only workflows of this name or id; may be repeated
  --test TEXT        only tests with this in their name; may be repeated
  --version V        draft (default), published, or a number such as 1.2.0; not with files
  --junit FILE       also write the results as JUnit XML
  --timeout SECONDS  how long the tests of one workflow may really take (120)
  -h, --help         this

Exit status: 0 all tests passed, 1 a test failed, 2 tests could not be run, 130 stopped with Ctrl-C.`;

const OPTIONS = {
  start: { type: 'boolean', default: false },
  server: { type: 'string', default: process.env.MILLRACE_SERVER ?? 'http://127.0.0.1:3000' },
  token: { type: 'string', default: process.env.MILLRACE_TOKEN ?? '' },
  workflow: { type: 'string', multiple: true, default: [] },
  test: { type: 'string', multiple: true, default: [] },
  version: { type: 'string', default: 'draft' },
  junit: { type: 'string' },
  timeout: { type: 'string', default: '120' },
  help: { type: 'boolean', short: 'h', default: false },
};

const MOST_PROBLEMS = 20;
const MOST_BYTES = 4 * 1024 * 1024 - 1_000;

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const [command = 'help', ...places] = positionals;
  if (values.help || command === 'help') return say(HELP);
  if (command === 'version') return say(versionOfThis());
  if (command !== 'test') throw new Trouble(`There is no command "${command}". See: millrace help`);
  checkOptions(values, places);
  const files = places.length > 0 ? chosenSuites(suitesIn(places), values) : undefined;
  const suites = values.start ? await onThrowaway(files, values) : await suitesOf(serverOf(values), files, values);
  if (suites.length === 0) {
    const isFiltered = values.workflow.length + values.test.length > 0;
    const how = 'Make one in the editor, or name a file that has some.';
    throw new Trouble(isFiltered ? 'No test fits --workflow and --test.' : `There are no tests. ${how}`);
  }
  report(suites);
  if (values.junit) writeFileSync(values.junit, joined(suites));
  const isRun = suites.every(({ trouble }) => trouble === undefined);
  process.exitCode = !isRun ? 2 : suites.every(({ run }) => run.status === 'passed') ? 0 : 1;
}

function checkOptions({ timeout, start, version }, places) {
  if (!/^[1-9]\d{0,2}$/.test(timeout) || Number(timeout) > 300)
    throw new Trouble('--timeout takes a number of seconds up to 300.');
  if (start && places.length === 0)
    throw new Trouble('--start needs files or folders: it begins with an empty server.');
  if (places.length > 0 && version !== 'draft') throw new Trouble('--version is for tests on a server, not for files.');
}

/** What of the files is asked for. What has no tests is told and left out. */
function chosenSuites(suites, { workflow, test }) {
  for (const wanted of workflow) {
    if (!suites.some((suite) => isCalled(suite, wanted))) throw new Trouble(`No file holds a workflow "${wanted}".`);
  }
  const named = suites.filter((suite) => workflow.length === 0 || workflow.some((wanted) => isCalled(suite, wanted)));
  for (const { file } of named.filter(({ tests }) => tests.length === 0)) note(`${file} has no tests.`);
  const chosen = named.map((suite) => ({ ...suite, tests: suite.tests.filter((one) => fits(one?.name, test)) }));
  return chosen.filter(({ tests }) => tests.length > 0);
}

function isCalled({ name, document }, wanted) {
  return name === wanted || (document.id !== undefined && document.id === wanted);
}

function fits(name, texts) {
  return texts.length === 0 || texts.some((text) => String(name).toLowerCase().includes(text.toLowerCase()));
}

async function onThrowaway(files, values) {
  if (files.length === 0) return [];
  const { withThrowaway } = await import('./throwaway.mjs');
  return withThrowaway(note, ({ base, token }) => suitesOf(serverOf({ server: base, token }), files, values));
}

/** Calls of the REST interface. */
function serverOf({ server, token }) {
  if (token === '')
    throw new Trouble(
      'An API token is needed: --token T, or MILLRACE_TOKEN. Settings has a page for them. Files can do without: --start.',
    );
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
    if (!response.ok) throw new Trouble(json?.error ? toldOf(json.error) : `${method} ${url}: ${response.status}`);
    return json ?? text;
  };
}

/** What a server refuses with, and everything that it says is wrong. */
function toldOf({ code, message, details }) {
  const problems = (details?.problems ?? []).filter(({ severity = 'error' }) => severity === 'error');
  const told = problems.length > 1 ? problems.slice(0, MOST_PROBLEMS).map((one) => `\n      ${one.message}`) : [];
  return `${code}: ${message}${told.join('')}`;
}

function suitesOf(server, files, values) {
  return files === undefined ? suitesOfServer(server, values) : suitesOfFiles(server, files, values);
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
    const testNames = tests.map(({ name }) => name).filter((name) => fits(name, values.test));
    if (testNames.length > 0) suites.push(await suiteOf(server, workflow, { ...values, testNames }));
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

/** Sends each file with its tests; nothing of it stays there. One that cannot be run keeps no other from it. */
async function suitesOfFiles(server, files, { timeout }) {
  const suites = [];
  for (const { file, name, document, tests } of files) {
    try {
      for (const part of inParts({ ...document, name }, tests)) {
        const { junit, ...run } = await server('POST', `/api/tests/run?timeoutSeconds=${timeout}`, part);
        suites.push({ name, run, junit });
      }
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (/UNAUTHENTICATED|FORBIDDEN|cannot be reached/.test(error.message)) throw error;
      suites.push({ name, trouble: `${file}: ${error.message}` });
    }
  }
  return suites;
}

/** A server takes requests of 4 MiB: tests with much data are sent some at a time. */
function inParts(workflow, tests) {
  const most = MOST_BYTES - Buffer.byteLength(JSON.stringify(workflow));
  const parts = [];
  let size = 0;
  for (const test of tests) {
    const bytes = Buffer.byteLength(JSON.stringify(test)) + 1;
    if (parts.length === 0 || size + bytes > most) {
      parts.push({ workflow, tests: [] });
      size = 0;
    }
    parts.at(-1).tests.push(test);
    size += bytes;
  }
  return parts;
}

async function suiteOf(server, { id, name }, { version, timeout, testNames }) {
  const at = `/api/workflows/${id}/tests/run?timeoutSeconds=${timeout}`;
  const run = await server('POST', at, { version, ...(testNames ? { testNames } : {}) });
  // The same results in the other form: nothing is run again.
  const junit = await server('GET', `/api/workflows/${id}/tests/runs/${run.id}?format=junit`);
  return { name, run, junit };
}

function report(suites) {
  for (const { name, run, trouble } of suites) {
    say(name);
    if (trouble) say(`  ✗ ${trouble}`);
    for (const { name: test, status, durationMs, error, assertions } of run?.results ?? []) {
      say(`  ${status === 'passed' ? '✓' : '✗'} ${test}${durationMs === null ? '' : ` (${durationMs} ms)`}`);
      if (error) say(`      ${error.code}: ${error.message}`);
      if (status === 'running') say('      It has not ended in time.');
      for (const assertion of assertions.filter(({ passed }) => !passed)) sayFailed(assertion);
    }
  }
  const [total, passed] = ['total', 'passed'].map((key) => suites.reduce((sum, { run }) => sum + (run?.[key] ?? 0), 0));
  say(`\n${passed} of ${total} tests passed`);
  const broken = suites.filter(({ trouble }) => trouble).length;
  if (broken > 0) say(`${broken} of ${suites.length} workflows could not be tested`);
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
function joined(suites) {
  const parts = suites.map(({ name, junit, trouble }) =>
    trouble === undefined ? /<testsuite [\s\S]*<\/testsuite>/.exec(junit)?.[0] : suiteOfTrouble(name, trouble),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="millrace">',
    ...parts.map((part) => `  ${part}`),
    '</testsuites>',
    '',
  ].join('\n');
}

/** A workflow whose tests could not be run is one that failed: nobody may miss it. */
function suiteOfTrouble(name, trouble) {
  const [suite, message] = [name, trouble].map(escaped);
  return `<testsuite name="${suite}" tests="1" failures="0" errors="1"><testcase name="Can be tested" classname="${suite}"><error message="${message}" type="NOT_RUN"/></testcase></testsuite>`;
}

function escaped(text) {
  return text
    .replace(/[^\t\n\r -\ufffd]/g, '\ufffd')
    .replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function versionOfThis() {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** What does not belong to the results. */
function note(text) {
  process.stderr.write(`${text}\n`);
}

main().catch((error) => {
  note(error instanceof Trouble || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error.stack);
  process.exitCode = 2;
});
