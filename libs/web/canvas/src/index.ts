export { EditorSession } from './session/editor-session';
export type { SessionStatus } from './session/editor-session';
export type { EditorSessionOptions } from './session/editor-session-options';
export type { ApplyOptions } from './session/document/edited-document';
export { idle } from './session/ports/idle';
export type { AccountDirectory, NamedAccount } from './session/ports/account-directory';
export type { KeyValueStore } from './session/ports/key-value-store';
export { memoryStore } from './session/ports/key-value-store';
export type { ExpressionTools } from './session/ports/expression-tools';
export { loadExpressionTools } from './session/ports/expression-tools';
export type { OutputEdit, RunFeed, RunSnapshot } from './session/ports/run-feed';
export type { Timers } from './session/ports/timers';
export { systemTimers } from './session/ports/timers';
export type {
  CheckpointOutcome,
  CheckpointRequest,
  LoadedWorkflow,
  PinRefusal,
  PublishOutcome,
  PublishRequest,
  PublishedVersion,
  SaveOutcome,
  WorkflowGateway,
} from './session/ports/workflow-gateway';
export { type Layout, workerLayout } from './session/layout/worker-layout';
export { DocumentIndex, aliasOfNode } from './session/document/document-index';
export { byReference } from './session/document/map-by-reference';
export { editBetween } from './session/document/edit-between';
export type { Clash, MergedDocument } from './session/document/merge-documents';
export { sameContent } from './session/document/same-content';
export { History } from './session/history/history';
export type { HistoryStep } from './session/history/history';
export type { SaveError, SaveState } from './session/save/autosave';
export type { ConflictStrategy, SaveConflict } from './session/save/conflict';
export { Selection } from './session/selection/selection';
export type { SelectMode, Selected } from './session/selection/selection';
export type { Direction } from './session/selection/neighbours';
export { NodeCatalogue } from './session/catalogue/node-catalogue';
export type { CatalogueSearch, CatalogueSection } from './session/catalogue/node-catalogue';
export type { MatchKind, SearchHit } from './session/catalogue/search-definitions';
export { isRefusal } from './session/operations/operation';
export type { Elements, Operation, OperationContext, Outcome, Refusal } from './session/operations/operation';
export type { EditorActions } from './session/operations/editor-actions';
export type { AddNodeRequest, AddPlace } from './session/operations/add-node';
export type { Alignment } from './session/operations/arrange';
export type { PortAt } from './session/operations/connect';
export type { Bridge } from './session/operations/delete-elements';
export type { GroupChanges } from './session/operations/groups';
export type { Moves, Placing } from './session/operations/move';
export { NOTE_SIZE } from './session/operations/notes';
export { CLIPBOARD_KIND } from './session/clipboard/clipboard-format';
export type { ClipboardContent } from './session/clipboard/clipboard-format';
export {
  GRID,
  NODE_HEIGHT,
  NODE_WIDTH,
  STEP_X,
  boundsOf,
  nodeBox,
  noteBox,
  snapped,
} from './session/operations/geometry';
export type { Box } from './session/operations/geometry';
export { PinnedData } from './session/pins/pinned-data';
export type { PinError, PinnedPorts, Pins } from './session/pins/pinned-data';
export { ProblemMonitor } from './session/problems/problem-monitor';
export { costHint, costWords, priceWords, tokenWords } from './session/run/cost-words';
export type { ModelCost, RunCosts } from './session/run/run-costs';
export { runCosts } from './session/run/session-costs';
export type { LiveNode, ProgressNotice } from './session/run/live-output';
export { Assistant } from './magic/assistant';
export type { Draft } from './magic/assistant';
export { AskAssistant } from './magic/ask-assistant';
export { openMagic } from './magic/open-magic';
export { priceLine } from './magic/price-line';
export { laidOut, placeDraft } from './session/magic/place-draft';
export { RunOverlay } from './session/run/run-overlay';
export type { FollowStatus } from './session/run/run-overlay';
export type { LiveStatus, NodeRun } from './session/run/node-run';
export { itemsIn, mainRef } from './session/run/node-run';
export type { EdgeRun, EdgeStatus } from './session/run/edge-run';
export type { RunTimeline, SegmentKind, TimelineRow, TimelineSegment, TimelineTurn } from './session/run/run-timeline';
export { DirtyMarks } from './session/run/dirty-marks';
export type { DirtyReason } from './session/run/dirty-nodes';
export type { RunMode, RunPlan } from './session/run/run-plan';
export { nodeSummary } from './session/catalogue/node-summary';
export { outlineOf } from './session/outline/outline';
export type { OutlineRow } from './session/outline/outline';
export { sampleOf } from './session/params/schema-sample';
export { ParamScopes } from './session/params/param-scopes';
export type { NodeOutput, ParamPreview, ParamScope, SampleSource, UpstreamNode } from './session/params/param-scopes';
export { slotsOf } from './node-view/accounts/account-slots';
export { FlowCanvas } from './flow/flow-canvas';
export { FlowView } from './flow/flow-view';
export type { MenuTarget, NodeCommand } from './flow/flow-view';
export { describeNode } from './flow/describe-node';
export { turnCounts, turnNumbers, turnSentence, turnWords } from './turns/turn-words';
export type { LoopRun, NodeInTurn } from './session/run/turns';
export { NOTE_COLOURS } from './flow/note-colours';
export type { PaletteDrag } from './palette/node-palette';
export type { PalettePurpose } from './palette/palette-lines';
