import { approvalsConfig, approvalsMigrations } from '@millrace/server-approvals';
import { assistantConfig } from '@millrace/server-assistant';
import { credentialsMigrations, secretsConfig } from '@millrace/server-credentials';
import { executionsMigrations } from '@millrace/server-executions';
import { guestsConfig, identityConfig, identityEntities, identityMigrations } from '@millrace/server-identity';
import { notificationsConfig, notificationsMigrations } from '@millrace/server-notifications';
import { operationsConfig, operationsMigrations } from '@millrace/server-operations';
import { platformConfigs, PlatformModule, readProcessConfig, type Config } from '@millrace/server-platform';
import { runnerConfig } from '@millrace/server-runner';
import { triggersConfig, triggersMigrations } from '@millrace/server-triggers';
import { workflowTestsMigrations } from '@millrace/server-workflow-tests';
import { workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import type { DynamicModule } from '@nestjs/common';
import { compositionConfig } from './composition.config';

/** Settings of every room. */
export const productConfigs = [
  ...platformConfigs,
  identityConfig,
  guestsConfig,
  secretsConfig,
  runnerConfig,
  triggersConfig,
  approvalsConfig,
  assistantConfig,
  notificationsConfig,
  operationsConfig,
  compositionConfig,
];

/** Tables of the rooms above the platform, in any order: migrations run by their timestamps. */
const featureMigrations = [
  ...credentialsMigrations,
  ...identityMigrations,
  ...workflowsMigrations,
  ...executionsMigrations,
  ...triggersMigrations,
  ...notificationsMigrations,
  ...operationsMigrations,
  ...approvalsMigrations,
  ...workflowTestsMigrations,
];

const productEntities = [...identityEntities, ...workflowsEntities];

/** Files that stand beside the program. */
export interface ProductFiles {
  /** Absolute path of the program that the sandbox runs as a child. */
  readonly sandboxChild: string;
  /** Absolute path of the folder with the built editor, unless `WEB_DIR` names another. Without one no editor is served. */
  readonly webDir?: string;
}

/** Reads and checks the settings of this process. @throws ConfigError with every problem */
export function readProductConfig(): Config {
  return readProcessConfig(productConfigs);
}

/** Database, queue, bell and log with the tables of all rooms. */
export function platformOf(config: Config): DynamicModule {
  return PlatformModule.forRoot({ config, entities: productEntities, migrations: featureMigrations });
}
