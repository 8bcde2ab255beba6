import { gql } from '@apollo/client';
import { createCache } from './apollo-options';

const query = gql`
  query {
    nodeDefinitions {
      type
      version
      outputs {
        id
        label
      }
      credentials {
        id
        required
      }
    }
  }
`;

/** A definition as the server answers it. */
const definition = (type: string, label: string | null, required: boolean) => ({
  __typename: 'NodeDefinition',
  type,
  version: 1,
  outputs: [{ __typename: 'NodePort', id: 'main', label }],
  credentials: [{ __typename: 'CredentialSlot', id: 'account', required }],
});

it('ports and accounts that are called alike are those of their own node type', () => {
  const cache = createCache();
  const nodeDefinitions = [definition('http-request', null, false), definition('llm', 'Answer', true)];
  cache.writeQuery({ query, data: { nodeDefinitions } });
  expect(cache.readQuery({ query })).toEqual({ nodeDefinitions });
});
