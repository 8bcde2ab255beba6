import { ExpressionError } from './expression-error';
import { DEFAULT_LIMITS, type EvaluationLimits } from './limits';

/** Characters that one unit of cost looks at. */
const CHARACTERS_PER_UNIT = 64;

/** Counts the work and the output of one evaluation and stops it when there is too much of either. */
export class Meter {
  private readonly limits: EvaluationLimits;
  private cost = 0;
  private characters = 0;

  constructor(limits: EvaluationLimits = DEFAULT_LIMITS) {
    this.limits = limits;
  }

  /** @throws ExpressionError `EXPRESSION_TOO_COSTLY` */
  spend(units: number): void {
    this.cost += units;
    if (this.cost > this.limits.maxCost) throw tooCostly();
  }

  /** Spends for looking at a value once, without going into it. */
  look(value: unknown): void {
    if (typeof value === 'string') this.spend(1 + value.length / CHARACTERS_PER_UNIT);
    else if (Array.isArray(value)) this.spend(1 + value.length / 16);
    else if (value instanceof Uint8Array) this.spend(1 + value.length / CHARACTERS_PER_UNIT);
  }

  /** Spends for looking at every part of a value. */
  lookDeep(value: unknown): void {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
      this.look(value);
      return;
    }
    this.spend(1);
    for (const part of Array.isArray(value) ? value : Object.values(value)) this.lookDeep(part);
  }

  /** @throws ExpressionError `OUTPUT_TOO_LARGE` */
  write(characters: number): void {
    this.characters += characters;
    if (this.characters > this.limits.maxOutputCharacters) throw this.tooLarge();
  }

  /** Refuses a text before it is made. */
  fits(characters: number): void {
    if (characters > this.limits.maxOutputCharacters) throw this.tooLarge();
  }

  private tooLarge(): ExpressionError {
    return new ExpressionError(
      'OUTPUT_TOO_LARGE',
      `The text would be longer than ${this.limits.maxOutputCharacters} characters. Use less of the data, or pass it on as a value.`,
    );
  }
}

/** The error of an evaluation that takes too much work or goes too deep. */
export function tooCostly(cause?: unknown): ExpressionError {
  return new ExpressionError(
    'EXPRESSION_TOO_COSTLY',
    'The expression takes too much work. Use fewer nested loops over lists, or do this in a Code node.',
    { cause },
  );
}
