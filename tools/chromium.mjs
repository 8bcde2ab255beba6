// Finds a Chromium for the tests and benches of the editor, and installs Debian's or Ubuntu's package where there is none and it may.
// Usage: node tools/chromium.mjs   (prints the path; CHROME_PATH names another browser)
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How every test starts it. The folder of the profile is made by who launches. */
export const chromiumFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Ubuntu's `chromium-browser` is often only a script that asks for snap. */
function answers(file) {
  const { status } = spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 60_000 });
  return status === 0;
}

function found() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which is no program. Correct it, or leave it out.`);
  }
  const folders = [...FOLDERS, ...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean)];
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...MAC_APPS];
  return candidates.find((file) => isProgram(file) && answers(file));
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 600_000,
    });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  } catch (error) {
    throw new Error(`Chromium could not be installed with apt-get:\n${error.stderr ?? error.message}`, {
      cause: error,
    });
  }
}

/**
 * Path of a Chromium or Chrome. As root on Debian or Ubuntu it installs the package `chromium` when there is none.
 * @throws Error saying how to install one
 */
export function ensureChromium() {
  const first = found();
  if (first) return first;
  if (isDebian() && process.getuid?.() === 0) {
    console.error('No Chromium here: installing the package "chromium" …');
    install();
    const installed = found();
    if (installed) return installed;
  }
  throw new Error(
    'The tests of the editor need Chromium or Chrome and found none. Install it (Debian, Ubuntu: "apt-get install chromium"; ' +
      'macOS: "brew install --cask google-chrome"), or name one: CHROME_PATH=/path/to/chrome npm test',
  );
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
