import type { Decision, Vote } from '../approval';

/** How votes are counted. */
export interface TallyRules {
  readonly quorum: number;
  readonly rejectQuorum: number;
  readonly payloadVersion: number;
}

/** Votes that count: rejections, and consent to the payload as it is now. */
export function counted(votes: readonly Vote[], { payloadVersion }: Pick<TallyRules, 'payloadVersion'>): Vote[] {
  return votes.filter((vote) => vote.decision === 'rejected' || vote.payloadVersion === payloadVersion);
}

/** What the votes decide; undefined while more are needed. */
export function tally(votes: readonly Vote[], rules: TallyRules): Decision | undefined {
  const valid = counted(votes, rules);
  const count = (decision: Decision): number => valid.filter((vote) => vote.decision === decision).length;
  if (count('rejected') >= rules.rejectQuorum) return 'rejected';
  return count('approved') >= rules.quorum ? 'approved' : undefined;
}
