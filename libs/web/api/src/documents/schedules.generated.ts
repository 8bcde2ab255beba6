// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { ScheduleListQuery, ScheduleListQueryVariables, ScheduleFiresQuery, ScheduleFiresQueryVariables, ScheduleBackfillPreviewQuery, ScheduleBackfillPreviewQueryVariables, SchedulePauseMutation, SchedulePauseMutationVariables, ScheduleResumeMutation, ScheduleResumeMutationVariables, ScheduleFireNowMutation, ScheduleFireNowMutationVariables, ScheduleBackfillStartMutation, ScheduleBackfillStartMutationVariables, ScheduleBackfillStopMutation, ScheduleBackfillStopMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `BackfillParts`. */
export const partBackfillParts = "fragment BackfillParts on ScheduleBackfill{id from to status total started skipped active createdAt}";
/** Fragment `ScheduleFireParts`. */
export const partScheduleFireParts = "fragment ScheduleFireParts on ScheduleFire{scheduledFor outcome executionId isBackfill}";
/** Fragment `ScheduleParts`. */
export const partScheduleParts = "fragment ScheduleParts on Schedule{id nodeId label live cron timezone everySeconds overlap pausedAt pausedBy pauseReason lastError nextRuns missed lastFire{...ScheduleFireParts}workflow{id name enabled}backfills{...BackfillParts}}";
/** `ScheduleList` of libs/web/api/src/documents. */
export const ScheduleListDocument: GraphqlDocument<ScheduleListQuery, ScheduleListQueryVariables> = "query ScheduleList{schedules{...ScheduleParts}}" + partBackfillParts + partScheduleFireParts + partScheduleParts;
/** `ScheduleFires` of libs/web/api/src/documents. */
export const ScheduleFiresDocument: GraphqlDocument<ScheduleFiresQuery, ScheduleFiresQueryVariables> = "query ScheduleFires($workflowId:ID!$first:Int!){workflow(id:$workflowId){id schedules{id fires(first:$first){...ScheduleFireParts}}}}" + partScheduleFireParts;
/** `ScheduleBackfillPreview` of libs/web/api/src/documents. */
export const ScheduleBackfillPreviewDocument: GraphqlDocument<ScheduleBackfillPreviewQuery, ScheduleBackfillPreviewQueryVariables> = "query ScheduleBackfillPreview($id:ID!$from:DateTime!$to:DateTime!){scheduleBackfillPreview(id:$id from:$from to:$to){count alreadyRun instants}}";
/** `SchedulePause` of libs/web/api/src/documents. */
export const SchedulePauseDocument: GraphqlDocument<SchedulePauseMutation, SchedulePauseMutationVariables> = "mutation SchedulePause($id:ID!$reason:String){schedulePause(id:$id reason:$reason){schedule{...ScheduleParts}errors{...Failure}}}" + partBackfillParts + partFailure + partIssueParts + partScheduleFireParts + partScheduleParts;
/** `ScheduleResume` of libs/web/api/src/documents. */
export const ScheduleResumeDocument: GraphqlDocument<ScheduleResumeMutation, ScheduleResumeMutationVariables> = "mutation ScheduleResume($id:ID!){scheduleResume(id:$id){schedule{...ScheduleParts}errors{...Failure}}}" + partBackfillParts + partFailure + partIssueParts + partScheduleFireParts + partScheduleParts;
/** `ScheduleFireNow` of libs/web/api/src/documents. */
export const ScheduleFireNowDocument: GraphqlDocument<ScheduleFireNowMutation, ScheduleFireNowMutationVariables> = "mutation ScheduleFireNow($id:ID!){scheduleFire(id:$id){schedule{...ScheduleParts}executionId errors{...Failure}}}" + partBackfillParts + partFailure + partIssueParts + partScheduleFireParts + partScheduleParts;
/** `ScheduleBackfillStart` of libs/web/api/src/documents. */
export const ScheduleBackfillStartDocument: GraphqlDocument<ScheduleBackfillStartMutation, ScheduleBackfillStartMutationVariables> = "mutation ScheduleBackfillStart($id:ID!$input:ScheduleBackfillInput!){scheduleBackfill(id:$id input:$input){backfill{...BackfillParts}errors{...Failure}}}" + partBackfillParts + partFailure + partIssueParts;
/** `ScheduleBackfillStop` of libs/web/api/src/documents. */
export const ScheduleBackfillStopDocument: GraphqlDocument<ScheduleBackfillStopMutation, ScheduleBackfillStopMutationVariables> = "mutation ScheduleBackfillStop($id:ID!){scheduleBackfillCancel(id:$id){backfill{...BackfillParts}errors{...Failure}}}" + partBackfillParts + partFailure + partIssueParts;
