import type { EntityClass } from '@millrace/server-platform';
import { WorkflowVersionEntity } from './workflow-version.entity';
import { WorkflowEntity } from './workflow.entity';

export { workflowsMigrations } from './workflow.migrations';

/** What TypeORM knows of this room. */
export const workflowsEntities: readonly EntityClass[] = [WorkflowEntity, WorkflowVersionEntity];
