// Runs inside the isolate before the user's code, and is the only thing of ours in there. The host never hands it a
// function: logs are gathered here, under limits, and read out as text when the script is over.

export const FILENAME = 'code.js';
/** Lines that stand before the user's first line. */
export const LEAD_IN_LINES = 1;

/** The user's code as an async function. Breaking out of the braces gains nothing: outside is the same isolate. */
export function wrapped(code, names) {
  return `(async function (${names.join(', ')}) {\n${code}\n})`;
}

export const BOOTSTRAP = `(function () {
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
