// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { WaitingVersionsQuery, WaitingVersionsQueryVariables, MigrationCheckQuery, MigrationCheckQueryVariables, MigrateRunsMutation, MigrateRunsMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** `WaitingVersions` of libs/web/api/src/documents. */
export const WaitingVersionsDocument: GraphqlDocument<WaitingVersionsQuery, WaitingVersionsQueryVariables> = "query WaitingVersions($workflowId:ID!){workflow(id:$workflowId){id waitingVersions{versionId version count}}}";
/** `MigrationCheck` of libs/web/api/src/documents. */
export const MigrationCheckDocument: GraphqlDocument<MigrationCheckQuery, MigrationCheckQueryVariables> = "query MigrationCheck($workflowId:ID!$versionId:ID!){executionsMigrationCheck(workflowId:$workflowId versionId:$versionId){executionId obstacles{nodeId label reason}}}";
/** `MigrateRuns` of libs/web/api/src/documents. */
export const MigrateRunsDocument: GraphqlDocument<MigrateRunsMutation, MigrateRunsMutationVariables> = "mutation MigrateRuns($ids:[ID!]!){executionsMigrate(ids:$ids){results{id error{code message}}errors{...Failure}}}" + partFailure + partIssueParts;
