import { NodeError, implementNode, output } from '@millrace/node-sdk';
import { runStatement } from '../../database.client';
import { queryDefinition } from './query.definition';

/** Runs the statement in a transaction of its own. */
export const queryNode = implementNode(queryDefinition, {
  run: async (ctx, params) => {
    const credential = await ctx.credential();
    if (credential === undefined) throw noAccount();
    const { query: text, parameters: values, mode, readOnly, timeoutMs } = params;
    const maxRows = mode === 'single' ? 1 : params.maxRows;
    const answer = await runStatement(credential, ctx, { text, values, readOnly, timeoutMs, maxRows });
    const { rows, rowCount, truncated } = answer;
    if (truncated && mode === 'rows') ctx.log('warn', `There were more than ${rows.length} rows; they are left out.`);
    const fields = answer.fields.map((field) => ({ ...field }));
    return output({ rows: mode === 'execute' ? [] : [...rows], row: rows[0] ?? null, rowCount, fields, truncated });
  },
});

function noAccount(): NodeError {
  return new NodeError({ code: 'CREDENTIAL_MISSING', fault: 'user', message: 'Choose a database for this node.' });
}
