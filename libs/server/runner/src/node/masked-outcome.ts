import type { Outcome } from '@millrace/node-sdk';
import type { SecretMask } from '@millrace/server-credentials';
import type { JsonObject } from '@millrace/workflow-model';
import { asJson } from './json-value';
import { shown } from './node-failure';

/** What a node gave, without the secrets that it was given. @throws NodeError `NODE_OUTPUT_NOT_JSON` */
export function maskedOutcome(outcome: Outcome, mask: SecretMask): Outcome {
  if (mask.isEmpty) return outcome;
  if (outcome.kind === 'failed') return { ...outcome, failure: shown(outcome.failure, mask) };
  return mask.json(asJson(outcome) as JsonObject) as unknown as Outcome;
}
