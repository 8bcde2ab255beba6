import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeDefinitionData } from '@millrace/workflow-model';

/** The definitions of the core nodes, as they ship. */
export const coreDefinitions = JSON.parse(
  readFileSync(join(__dirname, '../../../../../nodes/catalogue.golden.json'), 'utf8'),
) as readonly NodeDefinitionData[];
