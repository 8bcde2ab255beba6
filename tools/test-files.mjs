// Workflows with their tests as they stand in files and folders of a repository.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

const SKIPPED = new Set(['node_modules', 'dist']);

/**
 * Everything under these files and folders, in the order of their names: `{ file, document, tests }`. A workflow in `x.json`
 * has its tests inside, in `x.tests.json`, or, when it is called `workflow.json`, in `tests.json` beside it. In folders what is no
 * workflow is passed over; what is named itself has to be one.
 */
export function suitesIn(places) {
  return places.flatMap((place) => {
    if (!existsSync(place)) throw new Trouble(`${place} cannot be read: there is no such file or folder.`);
    if (!statSync(place).isDirectory()) return [suiteOf(place, parsed(place))];
    return filesUnder(place).flatMap((file) => {
      const content = parsed(file);
      return isWorkflow(content) ? [suiteOf(file, content)] : [];
    });
  });
}

function filesUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) || entry.name.startsWith('.') ? [] : filesUnder(at);
    return entry.isFile() && entry.name.endsWith('.json') ? [at] : [];
  });
}

function isWorkflow(content) {
  return Array.isArray(content?.nodes) && content.nodes.every((node) => typeof node?.type === 'string');
}

function suiteOf(file, content) {
  if (!isWorkflow(content)) throw new Trouble(`${file} holds no workflow: it has no "nodes".`);
  const { tests: inside, ...document } = content;
  const name = document.name || path.basename(file).replace(/(\.millrace)?\.json$/, '');
  return { file, name, document, tests: inside === undefined ? testsBeside(file) : listOf(file, inside) };
}

function testsBeside(file) {
  const beside = [file.replace(/\.json$/, '.tests.json')];
  if (path.basename(file) === 'workflow.json') beside.push(path.join(path.dirname(file), 'tests.json'));
  const found = beside.find((candidate) => existsSync(candidate));
  if (found === undefined) return [];
  const content = parsed(found);
  return listOf(found, Array.isArray(content) ? content : content?.tests);
}

function listOf(file, tests) {
  if (Array.isArray(tests)) return tests;
  throw new Trouble(`${file}: "tests" must be a list.`);
}

function parsed(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Trouble(`${file} cannot be read: ${error.message}`);
  }
}
