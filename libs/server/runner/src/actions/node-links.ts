import { Injectable } from '@nestjs/common';
import { NodeActions } from './node-actions';
import { ProgressNotices } from './progress-notices';

/** What ties a running node to other nodes, to workflows, and to those who watch. */
@Injectable()
export class NodeLinks {
  constructor(
    readonly actions: NodeActions,
    readonly progress: ProgressNotices,
  ) {}
}
