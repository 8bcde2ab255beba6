import type { Environment } from '@marcbachmann/cel-js';
import type { Json } from '@millrace/workflow-model';
import { currentRun } from '../current-run';
import { fault } from '../fault';
import { toJson } from '../to-json';
import { declare } from './declare';

/** JSON text and values. */
export function declareJson(environment: Environment): void {
  declare(environment, { signature: 'toJson(dyn): string', description: 'A value as JSON text.' }, (value: unknown) => {
    const { meter } = currentRun();
    meter.lookDeep(value);
    const text = JSON.stringify(toJson(value, meter));
    meter.fits(text.length);
    return text;
  });
  declare(
    environment,
    { signature: 'fromJson(string): dyn', description: 'The value that JSON text stands for.' },
    (text: string): Json => {
      currentRun().meter.spend(text.length / 16);
      try {
        return JSON.parse(text) as Json;
      } catch (cause) {
        if (cause instanceof SyntaxError) throw fault('INVALID_JSON', 'fromJson: the text is no JSON.', cause);
        throw cause;
      }
    },
  );
}
