import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store } from '../actions/ports';
import { dynamoStore } from '../adapters/dynamodb';
import { once, required } from './environment';

/** Tries that fail are given up quickly, so that they fit into an action's 20 s with all else. */
const REQUEST_HANDLER = { connectionTimeout: 1_000, requestTimeout: 3_000 };

export const store = once((): Store =>
  dynamoStore(
    new DynamoDBClient({ maxAttempts: 3, requestHandler: REQUEST_HANDLER }),
    required('TABLE_NAME'),
  ),
);
