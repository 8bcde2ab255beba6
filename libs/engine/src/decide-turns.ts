import type { Command } from './command';
import type { ExecutionEventBody } from './event';
import type { Frontier } from './frontier';
import type { ExecutionGraph } from './graph';
import { isHalted, turnsToBegin } from './loop';
import { turnPath } from './turn-path';
import type { ExecutionState, LoopState } from './state';

/** What the turns of a run's loops want. */
export interface TurnDecision {
  /** Events to record before anything else. */
  readonly facts: readonly ExecutionEventBody[];
  /** Nodes to run and to abort. */
  readonly commands: readonly Command[];
  /** Milliseconds since the epoch at which the next of them has something to do by itself; `Infinity` when none has. */
  readonly wakeAtMs: number;
}

/** Decides on one turn: `body` and `turn` are to it what graph and state are to a run. */
export type DecideTurn = (body: ExecutionGraph, turn: ExecutionState) => readonly Command[];

/**
 * Facts about the loops themselves, and those of their turns as they read from outside.
 *
 * | loop                                      | fact                                   |
 * | ----------------------------------------- | -------------------------------------- |
 * | turns may begin, not paused               | `turn.started` for each                |
 * | no turn goes on and none may begin        | `node.woken` by its turns              |
 */
export function decideTurns(frontier: Frontier, paused: boolean, decideTurn: DecideTurn): TurnDecision {
  const inside = commandsOfTurns(frontier, decideTurn);
  if (paused) return inside;
  const facts = [...frontier.iterating].flatMap((index) => {
    const loop = frontier.stateOf(index)?.loop;
    return loop === undefined ? [] : factsOfLoop(frontier.nodeAt(index).id, loop);
  });
  return { ...inside, facts: [...facts, ...inside.facts] };
}

/** The commands of all turns that go on, with their paths. */
export function commandsOfTurns(frontier: Frontier, decideTurn: DecideTurn): TurnDecision {
  const facts: ExecutionEventBody[] = [];
  const commands: Command[] = [];
  let wakeAtMs = Infinity;
  for (const { nodeId, body, turn } of turnsOf(frontier)) {
    for (const command of decideTurn(body, turn)) {
      const path = turnPath(nodeId, turn.turn ?? 0);
      if (command.kind === 'record') facts.push(...command.events.map((event) => fromOutside(event, nodeId, turn)));
      else if (command.kind === 'wake-at') wakeAtMs = Math.min(wakeAtMs, command.atMs);
      else commands.push({ ...command, path: command.path === undefined ? path : `${path}/${command.path}` });
    }
  }
  return { facts, commands, wakeAtMs };
}

interface ActiveTurn {
  readonly nodeId: string;
  readonly body: ExecutionGraph;
  readonly turn: ExecutionState;
}

function turnsOf(frontier: Frontier): ActiveTurn[] {
  return [...frontier.iterating].flatMap((index) => {
    const { id: nodeId, body = NO_BODY } = frontier.nodeAt(index);
    const { active = [], turns } = frontier.stateOf(index)?.loop ?? {};
    return active.flatMap((number) => {
      const turn = turns?.get(String(number));
      return turn === undefined ? [] : [{ nodeId, body, turn }];
    });
  });
}

/** A run that goes on with another version may find the loop gone; its turns then have nothing to do. */
const NO_BODY: ExecutionGraph = { nodes: new Map(), order: [] };

function factsOfLoop(nodeId: string, loop: LoopState): ExecutionEventBody[] {
  const begin = turnsToBegin(loop);
  if (begin > 0) {
    return Array.from({ length: begin }, (_, index) => ({ type: 'turn.started', nodeId, turn: loop.begun + index }));
  }
  const isOver = loop.active.length === 0 && (isHalted(loop) || loop.begun === loop.count);
  return isOver ? [{ type: 'node.woken', nodeId, wake: { kind: 'turns' } }] : [];
}

/** An event of a turn as the run around it tells it. */
function fromOutside(event: ExecutionEventBody, nodeId: string, { turn = 0 }: ExecutionState): ExecutionEventBody {
  const path = turnPath(nodeId, turn);
  if (event.path !== undefined) return { ...event, path: `${path}/${event.path}` };
  if (event.type !== 'workflow.finished') return { ...event, path };
  const { status, outputFrom, error } = event;
  return { type: 'turn.finished', nodeId, turn, status, outputFrom, ...(error && { error }) };
}
