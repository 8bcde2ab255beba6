import type { Environment } from '@marcbachmann/cel-js';
import { fault } from './fault';

/** Numbers in JSON are doubles and numbers in expressions often ints; without these, `trigger.count + 1` would be an error. */
export function declareOperators(environment: Environment): void {
  for (const [left, right] of [
    ['double', 'int'],
    ['int', 'double'],
  ]) {
    environment.registerOperator(`${left} + ${right}: double`, (a: number, b: number) => Number(a) + Number(b));
    environment.registerOperator(`${left} - ${right}: double`, (a: number, b: number) => Number(a) - Number(b));
    environment.registerOperator(`${left} * ${right}: double`, (a: number, b: number) => Number(a) * Number(b));
    environment.registerOperator(`${left} / ${right}: double`, (a: number, b: number) => Number(a) / divisor(b));
    environment.registerOperator(`${left} % ${right}: double`, (a: number, b: number) => Number(a) % divisor(b));
  }
  environment.registerOperator('double % double: double', (a: number, b: number) => a % divisor(b));
}

function divisor(value: number): number {
  const number = Number(value);
  if (number === 0) throw fault('EXPRESSION_FAILED', 'Division by zero.');
  return number;
}
