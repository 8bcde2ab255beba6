// Written by tools/generate.mjs. Do not edit: run `npm run generate`.

/** Fragment `IssueParts`. */
export const partIssueParts = "fragment IssueParts on WorkflowIssue{code message severity nodeId edgeId path range{start end}}";
/** Fragment `Failure`. */
export const partFailure = "fragment Failure on MutationError{__typename code message path ...on WorkflowInvalid{issues{...IssueParts}}...on WorkflowConflict{currentRevision savedAt savedBy}}";
