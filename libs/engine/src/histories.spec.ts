import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decide } from './decide';
import { evolve, fold, initialState } from './evolve';
import { graphOf } from './testing/graphs';
import { decisionsOf, type RecordedHistory } from './testing/history';

/*
 * Recorded histories: runs that were begun by an older engine must go on the same with a newer one, so each file keeps
 * the events of a run and what was decided after every one of them.
 *
 * To record a new one, write `histories/<name>.json` with `about`, `graph` (see `TestGraph`) and `events`: told by hand,
 * printed by a `Scenario`, or taken from a database with
 *   SELECT jsonb_agg(body || jsonb_build_object('seq', seq, 'atMs', floor(extract(epoch FROM at) * 1000)) ORDER BY seq)
 *     FROM execution_event WHERE execution_id = '…';
 * then run
 *   RECORD_HISTORIES=1 node tools/jest.mjs libs/engine histories
 * which fills in `status` and `decisions` of the files that have none. Read them before you commit. To change recorded
 * decisions on purpose, delete them from the file and record again, and say in the commit what happens to open runs.
 */
const folder = path.join(__dirname, 'histories');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

type Unrecorded = Omit<RecordedHistory, 'status' | 'decisions'>;

function read(file: string): RecordedHistory {
  const history = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RecordedHistory | Unrecorded;
  if ('decisions' in history) return history;
  if (process.env['RECORD_HISTORIES'] !== '1') throw new Error(`${file} has no decisions yet; see above`);
  const status = fold(initialState(), history.events).status;
  const recorded = { ...history, status, decisions: decisionsOf(history) };
  writeFileSync(path.join(folder, file), `${JSON.stringify(recorded, undefined, 2)}\n`);
  return recorded;
}

describe.each(files)('the recorded history %s', (file) => {
  const history = read(file);

  it('gives the recorded decision after each event', () => {
    expect(JSON.parse(JSON.stringify(decisionsOf(history)))).toEqual(history.decisions);
  });

  it('gives the same decisions when it is followed event by event', () => {
    const graph = graphOf(history.graph);
    let state = initialState();
    for (const event of history.events) {
      state = evolve(state, event);
      for (const { commands, nowMs } of history.decisions.filter((decision) => decision.afterSeq === event.seq)) {
        expect(JSON.parse(JSON.stringify(decide(graph, state, nowMs)))).toEqual(commands);
      }
    }
    expect(state.status).toBe(history.status);
  });

  it('has events without a gap, each of them possible', () => {
    expect(history.events.map((event) => event.seq)).toEqual(history.events.map((_, index) => index + 1));
    let state = initialState();
    for (const event of history.events) {
      const next = evolve(state, event);
      expect([event.seq, { ...next, seq: 0 }]).not.toEqual([event.seq, { ...state, seq: 0 }]);
      state = next;
    }
  });
});
