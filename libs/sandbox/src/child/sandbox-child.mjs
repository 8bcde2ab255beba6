// The process in which untrusted JavaScript runs. Plain JavaScript on purpose: tests start this very file, and the
// build copies it next to the server bundle. It talks in frames on stdin and stdout (see ../frames.ts) and holds nothing
// worth stealing: no environment, no files but this one and isolated-vm, no callback from the script to this side.
import ivm from 'isolated-vm';

const FILENAME = 'code.js';
/** Lines that stand before the user's first line. */
const LEAD_IN_LINES = 1;
const HEADER_BYTES = 8;
const RSS_CHECK_MS = 20;
const COLLECT_TIMEOUT_MS = 250;
const NOBODY = 65_534;

const settings = JSON.parse(process.argv[2] ?? '{}');
const memoryLimitMb = settings.memoryLimitMb ?? 128;
const maxRssBytes = (settings.maxRssMb ?? 400) * 1024 * 1024;

// Runs inside the isolate before the user's code, and is the only thing of ours in there. The host never hands it a
// function: logs are gathered here, under limits, and read out as text when the script is over.
const BOOTSTRAP = `(function () {
  'use strict';
  const { stringify, parse } = JSON;
  const text = String;
  const isError = (value) => value instanceof Error;
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];

  const logs = [];
  let room = { lines: 0, bytes: 0, left: 0 };
  let done = null;

  function shown(value) {
    if (typeof value === 'string') return value;
    try {
      if (isError(value)) return text(value.name) + ': ' + text(value.message);
      if (typeof value === 'object' && value !== null) return stringify(value) ?? text(value);
      return text(value);
    } catch {
      return '[cannot be shown]';
    }
  }

  function write(level, values) {
    if (room.lines <= 0 || room.bytes <= 0) {
      room.left += 1;
      return;
    }
    let message = '';
    for (let index = 0; index < values.length && message.length < room.bytes; index += 1) {
      message += (index === 0 ? '' : ' ') + shown(values[index]);
    }
    message = message.slice(0, room.bytes);
    room.lines -= 1;
    room.bytes -= message.length;
    logs[logs.length] = { level, message };
  }

  const levels = { log: 'info', info: 'info', warn: 'warn', error: 'error', debug: 'debug', trace: 'debug' };
  const sink = {};
  for (const name of Object.keys(levels)) sink[name] = (...values) => write(levels[name], values);
  Object.defineProperty(globalThis, 'console', { value: Object.freeze(sink), writable: true, configurable: true });

  function place(error) {
    try {
      const found = /code\\.js:(\\d+):(\\d+)/.exec(text(error.stack));
      return found === null ? {} : { line: +found[1], column: +found[2] };
    } catch {
      return {};
    }
  }

  function described(error) {
    if (!isError(error)) return { name: 'Error', message: shown(error).slice(0, 2000) };
    return { name: text(error.name).slice(0, 100), message: text(error.message).slice(0, 2000), ...place(error) };
  }

  function finish(value, maxBytes) {
    let written;
    try {
      written = stringify(value);
    } catch (error) {
      return { error: { ...described(error), kind: 'unwritable' } };
    }
    if (written === undefined) return { json: 'null' };
    return written.length > maxBytes ? { error: { name: 'Error', kind: 'too-large', message: '' } } : { json: written };
  }

  function start(program, globals, maxResultBytes, maxLogLines, maxLogBytes) {
    room = { lines: maxLogLines, bytes: maxLogBytes, left: 0 };
    const values = parse(globals);
    if (typeof program !== 'function') throw new SyntaxError('The code is not the body of one function.');
    // A then of one's own: the user may have replaced the one of Promise.
    (async () => {
      try {
        done = finish(await program(...values), maxResultBytes);
      } catch (error) {
        done = { error: described(error) };
      }
    })();
  }

  function collect() {
    const outcome = done ?? { error: { name: 'Error', kind: 'pending', message: '' } };
    if (room.left > 0) logs[logs.length] = { level: 'warn', message: room.left + ' more log lines were left out.' };
    const rest = stringify({ error: outcome.error, logs });
    return outcome.json === undefined ? rest : '{"value":' + outcome.json + ',' + rest.slice(1);
  }

  return { start, collect };
})()`;

let pending = Buffer.alloc(0);
let spare;

dropPrivileges();
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.stdin.on('data', (chunk) => receive(chunk));
process.stdin.on('end', die);
process.stdin.on('close', die);
process.stdout.on('error', die);
spare = prepare();
await spare;
send({ ready: true }, '');

/** As root the process becomes nobody, once everything it needs from disk is loaded. */
function dropPrivileges() {
  if (process.getuid?.() !== 0) return;
  try {
    process.setgroups([]);
    process.setgid(NOBODY);
    process.setuid(NOBODY);
  } catch {
    // A container may run as a root without the right to change the user: the other walls stand.
  }
}

/** No exit handler, no flush: nothing here is worth saving. */
function die() {
  process.kill(process.pid, 'SIGKILL');
}

function receive(chunk) {
  pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
  while (pending.length >= HEADER_BYTES) {
    const head = pending.readUInt32BE(0);
    const total = HEADER_BYTES + head + pending.readUInt32BE(4);
    if (pending.length < total) return;
    const request = JSON.parse(pending.toString('utf8', HEADER_BYTES, HEADER_BYTES + head));
    const globals = pending.toString('utf8', HEADER_BYTES + head, total);
    pending = pending.subarray(total);
    void answer(request, globals);
  }
}

function send(header, body) {
  const head = Buffer.from(JSON.stringify(header));
  const tail = Buffer.from(body);
  const lengths = Buffer.alloc(HEADER_BYTES);
  lengths.writeUInt32BE(head.length, 0);
  lengths.writeUInt32BE(tail.length, 4);
  process.stdout.write(Buffer.concat([lengths, head, tail]));
}

/** The user's code as an async function. Breaking out of the braces gains nothing: outside is the same isolate. */
function wrapped(code, names) {
  // A function inside, so that a script may call its own variables as it likes.
  return `(async function (${names.join(', ')}) { return (async () => {\n${code}\n})(); })`;
}

/** A fresh isolate and context, made while nobody waits. */
async function prepare() {
  const isolate = new ivm.Isolate({ memoryLimit: memoryLimitMb, onCatastrophicError: die });
  const context = await isolate.createContext();
  const bootstrap = await context.eval(BOOTSTRAP, { reference: true });
  const start = await bootstrap.get('start', { reference: true });
  const collect = await bootstrap.get('collect', { reference: true });
  return { isolate, context, start, collect };
}

async function answer(request, globals) {
  const room = await (spare ?? prepare());
  spare = undefined;
  const watch = setInterval(() => process.memoryUsage.rss() > maxRssBytes && die(), RSS_CHECK_MS);
  const { status, text } = await attempt(room, request, globals);
  clearInterval(watch);
  send({ id: request.id, status }, text);
  if (!room.isolate.isDisposed) room.isolate.dispose();
  setImmediate(() => {
    spare ??= prepare();
  });
}

/** Runs one script. Statuses: answered (see the text), timeout, memory, invalid. */
async function attempt(room, request, globals) {
  const timeout = request.timeoutMs;
  try {
    const script = await room.isolate.compileScript(wrapped(request.code, request.names), {
      filename: FILENAME,
      lineOffset: -LEAD_IN_LINES,
    });
    const program = await script.run(room.context, { reference: true, timeout });
    const limits = [request.maxResultBytes, request.maxLogLines, request.maxLogBytes];
    await room.start.apply(undefined, [program.derefInto(), globals, ...limits], { timeout });
    return { status: 'answered', text: await collect(room) };
  } catch (error) {
    return failure(room, error);
  }
}

function collect(room) {
  return room.collect.apply(undefined, [], { timeout: COLLECT_TIMEOUT_MS, result: { copy: true } });
}

async function failure(room, error) {
  if (room.isolate.isDisposed) return { status: 'memory', text: '' };
  if (!/timed out/.test(String(error?.message))) return { status: 'invalid', text: JSON.stringify(described(error)) };
  // What was logged before is worth a short try; a script that spins in promises would spin again.
  const text = await collect(room).catch(() => '');
  return { status: room.isolate.isDisposed ? 'memory' : 'timeout', text };
}

function described(error) {
  const message = String(error?.message);
  const place = /\[code\.js:(-?\d+):(\d+)\]/.exec(message);
  return {
    error: {
      name: String(error?.name ?? 'Error'),
      message: message.replace(/ \[code\.js:[^\]]*\]/, '').slice(0, 2_000),
      ...(place === null ? {} : { line: Number(place[1]), column: Number(place[2]) }),
    },
    logs: [],
  };
}
