import type { Environment } from '@marcbachmann/cel-js';
import type { Json } from '@millrace/workflow-model';
import { FORBIDDEN_KEYS } from '@millrace/workflow-model';
import { stepInto, stepOf } from '../../data-path';
import { currentRun } from '../current-run';
import { fault } from '../fault';
import { textOf } from '../text-of';
import { toJson } from '../to-json';
import { type CelNumber, declare, wholeNumber } from './declare';
import { numbersOf } from './numbers';

type List = readonly unknown[];

/** Functions over lists and objects. */
export function declareLists(environment: Environment): void {
  declareTotals(environment);
  declareEnds(environment);
  declareOrder(environment);
  declareShapes(environment);
  declareObjects(environment);
}

function declareTotals(environment: Environment): void {
  const sum = (list: List): number => numbersOf(list, 'sum').reduce((total, each) => total + each, 0);
  const avg = (list: List): number => {
    if (list.length === 0) throw fault('PATH_NOT_FOUND', 'avg: the list is empty.');
    return sum(list) / list.length;
  };
  for (const [name, total, description] of [
    ['sum', sum, 'All numbers of a list together.'],
    ['avg', avg, 'The mean of the numbers of a list.'],
  ] as const) {
    declare(environment, { signature: `${name}(list): double`, description }, total);
    declare(environment, { signature: `list.${name}(): double`, description }, total);
  }
}

function declareEnds(environment: Environment): void {
  const end = (list: List, index: number, name: string): unknown => {
    const value = list.at(index);
    if (value === undefined) throw fault('PATH_NOT_FOUND', `${name}: the list is empty.`);
    return value;
  };
  declare(environment, { signature: 'list.first(): dyn', description: 'The first element.' }, (list: List) =>
    end(list, 0, 'first'),
  );
  declare(environment, { signature: 'list.last(): dyn', description: 'The last element.' }, (list: List) =>
    end(list, -1, 'last'),
  );
  const slice = (list: List, start: CelNumber, stop?: CelNumber): unknown[] =>
    list.slice(wholeNumber(start, 'A start'), stop === undefined ? undefined : wholeNumber(stop, 'An end'));
  declare(
    environment,
    { signature: 'list.slice(num): list', description: 'From an index on; negative counts from the end.' },
    slice,
  );
  declare(
    environment,
    { signature: 'list.slice(num, num): list', description: 'Between two indexes; negative counts from the end.' },
    slice,
  );
}

function declareOrder(environment: Environment): void {
  declare(
    environment,
    { signature: 'list.sort(): list', description: 'From small to large: numbers, texts or bools.' },
    (list: List) => sorted(list, (value) => value),
  );
  declare(
    environment,
    { signature: 'list.sortBy(string): list', description: 'By a field of its objects, from small to large.' },
    (list: List, key: string) => {
      const step = stepOf(key);
      return sorted(list, (value) => {
        const field = stepInto(value as Json, step);
        if (field === undefined) throw fault('PATH_NOT_FOUND', `sortBy: an element has no "${key}".`);
        return field;
      });
    },
  );
  declare(environment, { signature: 'list.reverse(): list', description: 'From the end to the start.' }, (list: List) =>
    list.toReversed(),
  );
}

function sorted(list: List, keyOf: (value: unknown) => unknown): unknown[] {
  currentRun().meter.spend(list.length * Math.log2(list.length + 2));
  const entries = list.map((value) => ({ value, key: comparable(keyOf(value)) }));
  if (new Set(entries.map(({ key }) => typeof key)).size > 1) {
    throw fault('EXPRESSION_TYPE', 'sort: the list mixes numbers and texts, which have no order.');
  }
  return entries.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ value }) => value);
}

function comparable(key: unknown): string | number {
  if (typeof key === 'string') return key;
  if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean' || key instanceof Date)
    return Number(key);
  throw fault('EXPRESSION_TYPE', 'sort: only numbers, texts, bools and timestamps have an order.');
}

function declareShapes(environment: Environment): void {
  declare(
    environment,
    { signature: 'list.unique(): list', description: 'Each value once, where it first stood.' },
    unique,
  );
  declare(
    environment,
    { signature: 'list.flatten(): list', description: 'With the lists inside taken apart, one level deep.' },
    (list: List) => {
      const { meter } = currentRun();
      meter.spend(list.length);
      for (const each of list) if (Array.isArray(each)) meter.spend(each.length / 4);
      return list.flat(1);
    },
  );
  for (const signature of ['list.join(): string', 'list.join(string): string']) {
    declare(environment, { signature, description: 'Its elements as text, with a separator between them.' }, join);
  }
}

function unique(list: List): unknown[] {
  const { meter } = currentRun();
  const seen = new Set<string>();
  return list.filter((value) => {
    // Writing a value down costs more than looking at it.
    meter.spend(4);
    meter.lookDeep(value);
    const key = JSON.stringify(toJson(value, meter));
    return !seen.has(key) && seen.add(key);
  });
}

function join(list: List, separator = ''): string {
  const { meter } = currentRun();
  let length = 0;
  const texts = list.map((value) => {
    const text = textOf(value, meter);
    meter.spend(text.length / 64);
    meter.fits((length += text.length + separator.length));
    return text;
  });
  return texts.join(separator);
}

function declareObjects(environment: Environment): void {
  const keys = (object: object): string[] => {
    const found = Object.keys(object).filter((key) => !FORBIDDEN_KEYS.has(key));
    currentRun().meter.spend(found.length / 4);
    return found;
  };
  const values = (object: Record<string, unknown>): unknown[] => keys(object).map((key) => object[key]);
  for (const [prefix, suffix] of [
    ['', 'map'],
    ['map.', ''],
  ] as const) {
    declare(
      environment,
      { signature: `${prefix}keys(${suffix}): list<string>`, description: 'Names of the fields of an object.' },
      keys,
    );
    declare(
      environment,
      { signature: `${prefix}values(${suffix}): list`, description: 'Values of the fields of an object.' },
      values,
    );
  }
  declare(
    environment,
    { signature: 'map.merge(map): map', description: 'The fields of both objects; those of the second win.' },
    (a: Record<string, unknown>, b: Record<string, unknown>) =>
      Object.fromEntries([...keys(a).map((key) => [key, a[key]]), ...keys(b).map((key) => [key, b[key]])]),
  );
}
