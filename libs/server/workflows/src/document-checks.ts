import { checkExpressions } from '@millrace/expression';
import { NodeCatalogue } from '@millrace/server-catalog';
import {
  fromExchange,
  hasErrors,
  tellsUsage,
  validateDocument,
  type Problem,
  type WorkflowDocument,
  type WorkflowNode,
} from '@millrace/workflow-model';
import type { Actor } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { CalledInputCheck } from './called-input-check';
import { CredentialChecks } from './credential-checks';
import { ErrorWorkflowCheck } from './error-workflow-check';
import { checkDocumentLimits } from './rules/document-limits';
import { paramRuleProblems } from './rules/param-rules';
import { isOfAccounts, problemsInTheWay } from './rules/problems-in-the-way';
import { WorkflowInvalidError } from './workflows.errors';

/** What the server decides about a document, whatever the sender wrote. */
export interface DocumentIdentity {
  readonly id?: string;
  readonly version?: string;
  /** Only when the sender wrote none. */
  readonly name?: string;
}

/** A document from outside and what its form alone tells against it (warnings). */
export interface ReadDocument {
  readonly document: WorkflowDocument;
  readonly problems: readonly Problem[];
}

/** The boundary for documents: reads them within limits and tells what is wrong with them. */
@Injectable()
export class DocumentChecks {
  private readonly knownTypes: readonly string[];

  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly credentials: CredentialChecks,
    private readonly errorWorkflows: ErrorWorkflowCheck,
    private readonly calledInputs: CalledInputCheck,
  ) {
    this.knownTypes = catalogue.newest().map(({ type }) => type);
  }

  /**
   * Reads our own or the exchange form. The outcome need not be able to run.
   * @throws WorkflowInvalidError when it is no document, passes a limit, or gives an execution order that its edges forbid
   */
  read(input: unknown, identity: DocumentIdentity = {}): ReadDocument {
    const limits = checkDocumentLimits(input);
    if (limits.length > 0) throw new WorkflowInvalidError(limits);
    const { document, problems } = fromExchange(withNodes(input), this.catalogue.lookup, {
      id: identity.id ?? newId(),
      ...(identity.name === undefined ? {} : { name: identity.name }),
    });
    if (!document) throw new WorkflowInvalidError(problems);
    return {
      document: { ...document, id: identity.id ?? document.id, version: identity.version ?? document.version },
      problems,
    };
  }

  /** Everything that is wrong, errors and warnings. */
  problemsOf(document: WorkflowDocument): readonly Problem[] {
    const problems = validateDocument(document, {
      lookup: this.catalogue.lookup,
      knownTypes: this.knownTypes,
      checkExpressions,
    });
    return [...problems, ...paramRuleProblems(document, this.catalogue, problems)];
  }

  /**
   * A missing account is no error here: it may come with the run, and else only its node fails.
   * @throws WorkflowInvalidError when an error stands in the way of running it
   */
  requireValid(document: WorkflowDocument): void {
    const problems = this.problemsOf(document).filter(({ code }) => !isOfAccounts(code));
    if (hasErrors(problems)) throw new WorkflowInvalidError(problems);
  }

  /** Everything that is wrong with it when this actor publishes it, the accounts that it names included. */
  async problemsFor(actor: Actor, document: WorkflowDocument): Promise<readonly Problem[]> {
    return [
      ...this.problemsOf(document),
      ...(await this.credentials.problemsOf(actor, document)),
      ...(await this.errorWorkflows.problemsOf(actor, document)),
      ...(await this.calledInputs.problemsOf(actor, document)),
    ];
  }

  /** @throws WorkflowInvalidError when an error stands in the way of publishing it */
  async requirePublishable(actor: Actor, document: WorkflowDocument): Promise<void> {
    const problems = await this.problemsFor(actor, document);
    if (hasErrors(problems)) throw new WorkflowInvalidError(problems);
  }

  /** Nobody puts an account into a document that they may not use. @throws DomainError `CREDENTIAL_FORBIDDEN` */
  requireMayUse(actor: Actor, document: WorkflowDocument, before?: WorkflowDocument): Promise<void> {
    return this.credentials.requireMayUse(actor, document, before);
  }

  /** @throws WorkflowInvalidError when an error stands in the way of running these of its nodes */
  requireRunnable(document: WorkflowDocument, nodeIds: ReadonlySet<string>): void {
    const problems = problemsInTheWay(this.problemsOf(document), nodeIds);
    if (problems.length > 0) throw new WorkflowInvalidError(problems);
  }

  /** Ids of its nodes that do something in the world when they run. */
  effectsIn({ nodes }: WorkflowDocument): ReadonlySet<string> {
    const hasEffects = ({ type, typeVersion }: WorkflowNode): boolean => {
      const traits = this.catalogue.lookup(type, typeVersion)?.traits;
      return traits !== undefined && !traits.pure && !traits.repeatable && !traits.trigger && !traits.container;
    };
    return new Set(nodes.filter((node) => node.enabled && hasEffects(node)).map(({ id }) => id));
  }

  /** Ids of its nodes that ask models and tell what that took. */
  askingModels({ nodes }: WorkflowDocument): ReadonlySet<string> {
    const asks = ({ type, typeVersion }: WorkflowNode): boolean => tellsUsage(this.catalogue.lookup(type, typeVersion));
    return new Set(nodes.filter(asks).map(({ id }) => id));
  }
}

/** An empty canvas may be sent without its empty list. */
function withNodes(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return { nodes: [], ...input };
}
