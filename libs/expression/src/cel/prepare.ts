import type { ASTNode } from '@marcbachmann/cel-js';
import { currentRun } from './current-run';
import {
  type AccessNode,
  NODES_ROOT,
  evaluateAccess,
  evaluateNodesAccess,
  evaluateNodesRootAccess,
  evaluateRootAccess,
  lenientAccess,
  lenientTernary,
} from './access';
import { fault } from './fault';
import { registeredName } from './functions/declare';
import { type EvaluateNode, openNode } from './library-internals';
import { hasMacro } from './macros';
import { type Bound, walk } from './walk';

/** Leads a freshly parsed tree to our own functions, access and macros. To be done before it is checked. */
export function prepare(tree: ASTNode): void {
  walk(tree, (node, bound) => {
    switch (node.op) {
      case '.':
      case '[]':
        prepareAccess(node, bound);
        break;
      case '?:':
        openNode(node).setMeta('check', lenientTernary(openNode(node).meta.check));
        break;
      case 'call':
        prepareCall(node);
        break;
      case 'rcall':
        (node.args as unknown as string[])[0] = registeredName(node.args[0]);
        break;
      default:
    }
  });
}

function prepareCall(node: Extract<ASTNode, { op: 'call' }>): void {
  const [name, args] = node.args;
  const [argument] = args;
  if (name === 'has' && args.length === 1 && argument !== undefined && isAccess(argument)) {
    openNode(node).setMeta('macro', hasMacro(argument));
    return;
  }
  (node.args as unknown as string[])[0] = registeredName(name);
}

function prepareAccess(node: AccessNode, bound: Bound): void {
  const open = openNode(node);
  open.setMeta('check', lenientAccess(open.meta.check));
  open.setMeta('evaluate', evaluationOf(node, bound));
}

function evaluationOf(node: AccessNode, bound: Bound): EvaluateNode {
  const [left] = node.args;
  if (isNodesRoot(left, bound)) return evaluateNodesAccess;
  if (isAccess(left) && isNodesRoot(left.args[0], bound)) return evaluateNodesRootAccess;
  if (left.op === 'id' && !bound.includes(left.args)) return evaluateRootAccess(left.args);
  return evaluateAccess;
}

/** Whether a node reads a field or an element. */
export function isAccess(node: ASTNode): node is AccessNode {
  return node.op === '.' || node.op === '[]';
}

/** Whether a node is the map of all nodes. */
export function isNodesRoot(node: ASTNode, bound: Bound): boolean {
  return node.op === 'id' && node.args === NODES_ROOT && !bound.includes(NODES_ROOT);
}

/** Makes operators and functions pay for the size of what they look at. To be done after the tree was checked. */
export function charge(tree: ASTNode): void {
  walk(tree, (node) => {
    const open = openNode(node);
    const { handle } = open;
    if (handle === undefined) return;
    if (node.op === 'call' || node.op === 'rcall') {
      open.handle = (values, ...rest) => {
        for (const value of values as unknown[]) currentRun().meter.look(value);
        return handle(values, ...rest);
      };
      return;
    }
    const pay = PRICES.get(node.op);
    if (pay === undefined) return;
    open.handle = (left, right, ...rest) => {
      pay(left, right);
      return handle(left, right, ...rest);
    };
  });
}

type Pay = (left: unknown, right: unknown) => void;

const payForBoth: Pay = (left, right) => {
  const { meter } = currentRun();
  meter.look(left);
  meter.look(right);
};

const payForComparing: Pay = (left, right) => {
  const { meter } = currentRun();
  if (typeof left !== typeof right) return;
  meter.lookDeep(left);
  meter.lookDeep(right);
};

const payForFinding: Pay = (left, right) => {
  const { meter } = currentRun();
  if (!Array.isArray(right)) return;
  meter.spend(right.length / 4);
  if (typeof left !== 'object' || left === null) return;
  meter.lookDeep(left);
  meter.lookDeep(right);
};

const payForJoining: Pay = (left, right) => {
  payForBoth(left, right);
  if (typeof left === 'string' && typeof right === 'string') currentRun().meter.fits(left.length + right.length);
};

const refuseZero: Pay = (_left, right) => {
  if (right === 0) throw fault('EXPRESSION_FAILED', 'Division by zero.');
};

const PRICES: ReadonlyMap<string, Pay> = new Map([
  ['+', payForJoining],
  ['==', payForComparing],
  ['!=', payForComparing],
  ['in', payForFinding],
  ['/', refuseZero],
  ...['<', '<=', '>', '>='].map((operator) => [operator, payForBoth] as const),
]);
