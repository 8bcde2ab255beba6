// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { WorkflowHistoryQuery, WorkflowHistoryQueryVariables, VersionDocumentQuery, VersionDocumentQueryVariables, DraftDocumentQuery, DraftDocumentQueryVariables, VersionRenameMutation, VersionRenameMutationVariables, VersionRestoreMutation, VersionRestoreMutationVariables, VersionRollBackMutation, VersionRollBackMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `HistoryEntry`. */
export const partHistoryEntry = "fragment HistoryEntry on WorkflowVersion{id kind version name note createdAt createdByName sourceVersionId}";
/** `WorkflowHistory` of libs/web/api/src/documents. */
export const WorkflowHistoryDocument: GraphqlDocument<WorkflowHistoryQuery, WorkflowHistoryQueryVariables> = "query WorkflowHistory($id:ID!$first:Int=50$after:String){workflow(id:$id){id name enabled hasUnpublishedChanges draft{revision savedAt}publishedVersion{id}versions(first:$first after:$after kinds:[PUBLISHED CHECKPOINT RESTORED]){nodes{...HistoryEntry}pageInfo{hasNextPage endCursor}}}}" + partHistoryEntry;
/** `VersionDocument` of libs/web/api/src/documents. */
export const VersionDocumentDocument: GraphqlDocument<VersionDocumentQuery, VersionDocumentQueryVariables> = "query VersionDocument($id:ID!){workflowVersion(id:$id){id document}}";
/** `DraftDocument` of libs/web/api/src/documents. */
export const DraftDocumentDocument: GraphqlDocument<DraftDocumentQuery, DraftDocumentQueryVariables> = "query DraftDocument($id:ID!){workflow(id:$id){id draft{revision document}}}";
/** `VersionRename` of libs/web/api/src/documents. */
export const VersionRenameDocument: GraphqlDocument<VersionRenameMutation, VersionRenameMutationVariables> = "mutation VersionRename($workflowId:ID!$versionId:ID!$name:String){workflowVersionRename(workflowId:$workflowId versionId:$versionId name:$name){version{...HistoryEntry}errors{...Failure}}}" + partFailure + partHistoryEntry + partIssueParts;
/** `VersionRestore` of libs/web/api/src/documents. */
export const VersionRestoreDocument: GraphqlDocument<VersionRestoreMutation, VersionRestoreMutationVariables> = "mutation VersionRestore($id:ID!$input:WorkflowRestoreInput!){workflowRestore(id:$id input:$input){workflow{id draftRevision}errors{...Failure}}}" + partFailure + partIssueParts;
/** `VersionRollBack` of libs/web/api/src/documents. */
export const VersionRollBackDocument: GraphqlDocument<VersionRollBackMutation, VersionRollBackMutationVariables> = "mutation VersionRollBack($id:ID!$versionId:ID!){workflowRollBack(id:$id versionId:$versionId){workflow{id publishedVersion{id}}errors{...Failure}}}" + partFailure + partIssueParts;
