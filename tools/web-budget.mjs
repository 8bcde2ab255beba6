// What the browser loads before the editor stands: the static imports of everything on the way to it. Read from the bundler's report.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The files that are asked for on the way to /workflows/:id, by where they begin. */
const WAY = [
  'apps/web/src/main.ts',
  'apps/web/src/app/shell/shell.ts',
  'apps/web/src/app/editor/editor.routes.ts',
  'apps/web/src/app/editor/editor-frame.ts',
  'apps/web/src/app/editor/editor-page.ts',
];
/** Compressed scripts and styles of the way, in bytes. Fonts, answers of the server and headers come on top. */
const MOST_BYTES = 302_000;
/** What is loaded later, when somebody needs it. */
const LATE =
  /node_modules\/(@angular\/cdk\/fesm2022\/(?:dialog|_overlay-module-chunk)|zod|re2js|luxon|@marcbachmann\/cel-js|@cfworker|@codemirror|@lezer|@dagrejs|marked|dompurify)(?:\/|\.mjs$)/;

/** Output files that are loaded until the editor stands. @throws Error when a part of the way is not in the report */
export function filesOfEditor({ outputs }) {
  const found = new Set();
  const take = (file) => {
    if (found.has(file)) return;
    found.add(file);
    const { imports = [], cssBundle } = outputs[file] ?? {};
    for (const { path: other, kind } of imports) if (kind !== 'dynamic-import' && other in outputs) take(other);
    if (cssBundle) take(cssBundle);
  };
  for (const entry of WAY) {
    const start = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);
    if (start === undefined) throw new Error(`The build has no chunk for ${entry}; see WAY in tools/web-budget.mjs.`);
    take(start[0]);
  }
  return [...found];
}

/** Packages that would be loaded too early. */
export function earlyPackages({ outputs }, files) {
  const inputs = files.flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
  return [...new Set(inputs.flatMap((input) => LATE.exec(input)?.[1] ?? []))];
}

/** The report of the bundler, which it writes beside its files. */
export const REPORT = 'browser-stats.json';

/**
 * Keeps the first load of the editor small. Answers its bytes.
 * @throws Error when it grew over its budget, or brings what should come later
 */
export function checkFirstLoad(folder) {
  const stats = JSON.parse(readFileSync(path.join(folder, REPORT), 'utf8'));
  const files = filesOfEditor(stats);
  const early = earlyPackages(stats, files);
  if (early.length > 0)
    throw new Error(`The editor would load ${early.join(', ')} before it stands; import them lazily.`);
  const sizeOf = (file) =>
    statSync(path.join(folder, existsSync(path.join(folder, `${file}.br`)) ? `${file}.br` : file)).size;
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
  if (bytes > MOST_BYTES) {
    throw new Error(
      `The editor would load ${bytes} bytes before it stands, more than ${MOST_BYTES}: see tools/web-budget.mjs.`,
    );
  }
  return bytes;
}
