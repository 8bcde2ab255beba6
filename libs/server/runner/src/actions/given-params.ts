import type { Json, JsonObject } from '@millrace/workflow-model';
import type { NodeDefinition } from '@millrace/node-sdk';
import { NodeParams } from '../node/node-params';

/** Params of a node that another node performs: values already, which are checked and never evaluated again. */
export class GivenParams extends NodeParams {
  constructor(
    private readonly values: JsonObject,
    definition: NodeDefinition,
  ) {
    super({}, definition);
  }

  /** @throws NodeError `PARAMS_INVALID` */
  override for(): Record<string, Json> {
    return this.parse(this.values) as Record<string, Json>;
  }
}
