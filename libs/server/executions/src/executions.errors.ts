import { DomainError, conflict, invalid, notFound } from '@millrace/server-platform';

/** The run is unknown, or belongs to another workspace. */
export function executionNotFound(executionId: string): DomainError {
  return notFound('EXECUTION_NOT_FOUND', `There is no execution ${executionId} in this workspace. Check the id.`);
}

/** The run is over, so the action has nothing to act on. */
export function executionEnded(executionId: string, status: string): DomainError {
  return conflict(
    'EXECUTION_ENDED',
    `Execution ${executionId} is already ${status} and cannot change any more. Start a new one instead.`,
  );
}

/** Names of events that only the product sends. */
export function eventReserved(name: string): DomainError {
  return invalid(
    'EVENT_RESERVED',
    `The event "${name.slice(0, 200)}" cannot be sent: its name is reserved. Use another name.`,
  );
}

/** Purging is only for runs that are over. */
export function executionNotEnded(executionId: string, status: string): DomainError {
  return conflict(
    'EXECUTION_NOT_ENDED',
    `Execution ${executionId} is ${status}. Only ended executions can be purged: cancel or terminate it first.`,
  );
}

/** The run is not paused. */
export function executionNotPaused(executionId: string, status: string): DomainError {
  return conflict(
    'EXECUTION_NOT_PAUSED',
    `Execution ${executionId} is ${status}, not paused: there is nothing to resume.`,
  );
}

/** Only runs that somebody tries out may be hurried. */
export function executionNotByHand(executionId: string): DomainError {
  return conflict(
    'EXECUTION_NOT_BY_HAND',
    `Execution ${executionId} was not started by hand: its waits end when their time comes. Cancel it, or wait.`,
  );
}

/** The node does not wait for a time. */
export function nodeNotSleeping(nodeId: string): DomainError {
  return conflict('NODE_NOT_SLEEPING', `Node "${nodeId}" does not wait for a time just now: there is nothing to skip.`);
}

/** The same key came with another body. */
export function idempotencyKeyReused(key: string): DomainError {
  return conflict(
    'IDEMPOTENCY_KEY_REUSED',
    `The idempotency key "${key}" was already used with another body. Send a new key for a new request.`,
  );
}

/** The instance id is taken. */
export function instanceExists(instanceId: string): DomainError {
  return conflict(
    'INSTANCE_EXISTS',
    `There is already an execution with the instance id "${instanceId}". Choose another.`,
  );
}

/** The draft has no such node. */
export function nodeNotFound(nodeId: string): DomainError {
  return notFound('NODE_NOT_FOUND', `The draft has no node "${nodeId}". Save the draft, then run it.`);
}

/** The run whose results are reused did not take the way to the node. */
export function nodeNotReached(nodeId: string): DomainError {
  return conflict(
    'NODE_NOT_REACHED',
    `The reused results do not lead to node "${nodeId}": the branch before it goes another way. Run up to the node with other data, or pin the output of the node before it.`,
  );
}

/** Results of another workflow's run mean nothing here. */
export function sourceOfAnotherWorkflow(executionId: string): DomainError {
  return invalid(
    'SOURCE_OF_ANOTHER_WORKFLOW',
    `Execution ${executionId} is a run of another workflow: its results cannot be reused. Name a run of this workflow.`,
  );
}

/** The run whose results were to be reused was purged in between. */
export function sourceGone(executionId: string): DomainError {
  return conflict('SOURCE_GONE', `The results of execution ${executionId} are gone: it was deleted. Run without it.`);
}

/** A run is forked from what it has done, with nodes that are there. */
export function forkPointUnknown(point: string): DomainError {
  return notFound(
    'FORK_POINT_UNKNOWN',
    `The run cannot be forked from "${point.slice(0, 300)}": the version has no such node, or the run no such turn. Choose another node, turn or version.`,
  );
}

/** The version does not begin where the run began. */
export function forkTriggerGone(nodeId: string): DomainError {
  return conflict(
    'FORK_TRIGGER_GONE',
    `The run began at the node "${nodeId}", which this version does not have or has disabled. Choose another version, or start a new run.`,
  );
}

/** Every result would be taken from the source. */
export function nothingToFork(executionId: string): DomainError {
  return conflict(
    'NOTHING_TO_FORK',
    `Nothing of execution ${executionId} would run again: all of its nodes have their results. Choose a node to fork from.`,
  );
}

/** Nothing of the run has failed. */
export function nothingFailed(executionId: string, status: string): DomainError {
  return conflict(
    'NOTHING_FAILED',
    `Execution ${executionId} is ${status} and no node of it failed: there is nothing to retry. Fork it from a node, or run it again.`,
  );
}

/** What would be run is no longer what was shown. */
export function forkPlanChanged(): DomainError {
  return conflict(
    'FORK_PLAN_CHANGED',
    'The run or the version has changed since the plan was made. Look at the new plan, then fork.',
  );
}

/** A run without a workflow has one version only. */
export function forkVersionOfInline(executionId: string): DomainError {
  return invalid(
    'FORK_VERSION_OF_INLINE',
    `Execution ${executionId} belongs to no workflow, so there is no other version of it. Fork it with the same one.`,
  );
}

/** Only a run that waits, and that nobody works on, may change its version. */
export function executionNotWaiting(executionId: string, status: string): DomainError {
  return conflict(
    'EXECUTION_NOT_WAITING',
    `Execution ${executionId} is ${status} and cannot change its version just now. Try again when it waits, or fork it.`,
  );
}

/** The run would go on with results that no longer hold. */
export function executionNotMigratable(executionId: string, why: string): DomainError {
  return conflict(
    'EXECUTION_NOT_MIGRATABLE',
    `Execution ${executionId} cannot go on with the live version: ${why}. Let it end with its own, or fork it.`,
  );
}

/** The workflow has no live version to go on with. */
export function nothingLive(workflowId: string): DomainError {
  return conflict('NOTHING_LIVE', `Nothing of workflow ${workflowId} is live. Publish a version first.`);
}

/** What a run that pretended worked out is not true. */
export function forkOfTest(executionId: string): DomainError {
  return conflict(
    'FORK_OF_TEST',
    `Execution ${executionId} was a test or a dry run: what it worked out was pretended, so no run can go on from it. Run the test again.`,
  );
}

/** Edited values belong to one node. */
export function forkInputUnfit(why: string): DomainError {
  return invalid('FORK_INPUT_UNFIT', why);
}

/** Pins belong to the draft. */
export function pinsNeedDraft(): DomainError {
  return invalid(
    'PINS_NEED_DRAFT',
    'Pinned outputs are for runs of the draft only. Run the version `draft`, or leave the pins out.',
  );
}

/** No node that can start a run. */
export function noTrigger(wanted?: string): DomainError {
  return wanted === undefined
    ? invalid('WORKFLOW_HAS_NO_TRIGGER', 'The workflow has no enabled trigger node. Add or enable one.')
    : invalid('TRIGGER_NOT_FOUND', `Node "${wanted}" is not an enabled trigger of this workflow. Name one that is.`);
}
